import type { Catalogue } from '../action/catalogue';
import { readConsents } from './consent-record';
import type { SharedColumns } from './rows';

/**
 * Whether its supporter agreed to be named in public and confirms it. What was said, and that it may be
 * shown, belong together: so the first consents of a row decide, which are those of its own form.
 */
export const agreesToBeShown = async (
  catalogue: Pick<Catalogue, 'form'>,
  { action, rule, consents }: Pick<SharedColumns, 'action' | 'rule' | 'consents'>,
): Promise<boolean> => {
  const [record] = readConsents(consents);
  if (!record || rule !== 'required' || !Object.values(record.consents).includes(true))
    return false;
  const form = await catalogue.form(action, record.formVersion);
  return (form?.form.consents ?? []).some(
    ({ name, purpose }) => purpose === 'publish' && record.consents[name] === true,
  );
};
