/** A script as far as it matters what it does: what an editor wrote, and nothing Strapi adds. */
export interface ScriptText {
  name: string;
  placement: string;
  src: string | null;
  inline: string | null;
  integrity: string | null;
  consentCategory: string;
  async: boolean;
  defer: boolean;
}

/** Whole scripts, so that whoever looks later sees what ran. */
export interface ScriptDifference {
  added: ScriptText[];
  removed: ScriptText[];
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Scripts as a save gives them or the database has them. */
export const scriptTexts = (scripts: unknown): ScriptText[] =>
  (Array.isArray(scripts) ? (scripts as Record<string, unknown>[]) : []).map((script) => ({
    name: text(script.name) ?? '',
    placement: text(script.placement) ?? 'head',
    src: text(script.src),
    inline: text(script.inline),
    integrity: text(script.integrity),
    consentCategory: text(script.consentCategory) ?? 'marketing',
    async: script.async !== false,
    defer: script.defer === true,
  }));

/** Null when both are the same, in the same order. */
export const differenceOf = (
  before: ScriptText[],
  after: ScriptText[],
): ScriptDifference | null => {
  const [old, fresh] = [before, after].map((scripts) =>
    scripts.map((each) => JSON.stringify(each)),
  );
  if (JSON.stringify(old) === JSON.stringify(fresh)) return null;
  return {
    added: after.filter((each) => !old?.includes(JSON.stringify(each))),
    removed: before.filter((each) => !fresh?.includes(JSON.stringify(each))),
  };
};
