import type { Counter } from '../../../contracts/counter';
import type { Catalogue, CatalogueEntry } from '../action/catalogue';
import { compileLocales, policyOf } from '../action/copy-policy';
import type { CompiledForm } from '../action/form';
import type { Policy } from '../action/policy';
import { hiddenCounter, publicCounter } from '../counter/public-counter';
import type { DraftStore } from './draft-store';

/** An action as it is once its drafts are published. */
export interface DraftAction {
  policy: Policy;
  /** By their versions. */
  forms: ReadonlyMap<string, CompiledForm>;
  /** As it stands now; null while the action was never published. */
  numbers: CatalogueEntry['numbers'] | null;
}

export interface DraftActionUses {
  drafts: Pick<DraftStore, 'deciding'>;
  catalogue: Pick<Catalogue, 'find'>;
  defaultLocale: () => Promise<string>;
}

/** @param action a documentId */
export const readDraftAction = async (
  { drafts, catalogue, defaultLocale }: DraftActionUses,
  action: string,
): Promise<DraftAction | null> => {
  const rows = await drafts.deciding(action);
  const { locales, forms } = compileLocales(rows);
  const policy = policyOf(null, rows, await defaultLocale(), locales);
  if (!policy) return null;
  const known = await catalogue.find(action);
  // What has no such documentId may have it as its slug.
  const numbers = known?.policy.action === action ? known.numbers : null;
  return { policy, forms, numbers };
};

/** What its counter shows: the present numbers, by the rules of the draft. */
export const draftCounter = (
  { policy, numbers }: DraftAction,
  locale: string | null,
  now: Date,
): Counter =>
  numbers ? publicCounter({ policy, numbers }, locale, now) : hiddenCounter(policy, now);
