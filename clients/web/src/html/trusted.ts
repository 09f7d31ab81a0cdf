interface Policy {
  createHTML(text: string): unknown;
  createScript(text: string): unknown;
  createScriptURL(url: string): unknown;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Record<keyof Policy, (text: string) => string>): Policy;
}

let policy: Policy | null | undefined;

/**
 * A page that asks for Trusted Types allows `campaign-actions`: every value in our markup is escaped,
 * and the only scripts that are ever started are the file beside ours and those of the campaign, which
 * the page's Content-Security-Policy names. Null where nothing is asked for,
 * or the page does not allow it.
 */
export const trusted = (): Policy | null => {
  if (policy !== undefined) return policy;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const asItIs = (text: string): string => text;
  try {
    policy =
      trustedTypes?.createPolicy('campaign-actions', {
        createHTML: asItIs,
        createScript: asItIs,
        createScriptURL: asItIs,
      }) ?? null;
  } catch {
    policy = null;
  }
  return policy;
};
