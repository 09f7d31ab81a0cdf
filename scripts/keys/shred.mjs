// @ts-check
import { Refusal } from '../terminal.mjs';
import { many, options, progress, withKeys } from './with-keys.mjs';

export const shred = () => {
  const { action, yes } = options();
  if (!action)
    throw new Refusal(
      'Say which action, by its documentId, which stands at the end of its address in the panel:\n  npm run keys:shred -- --action DOCUMENT_ID',
    );
  return withKeys(async (keys) => {
    const found = await keys.shreddable(action);
    if (!found)
      throw new Refusal(`Nothing was changed: nobody has signed an action "${action}" here.`);
    const { signatures, submissions, destroyed } = found;
    if (!yes && !destroyed)
      throw new Refusal(`This destroys the data key of the action "${action}":
  ${many(signatures, 'signature')} and ${many(submissions, 'submission')} that wait lose their data for good, and nobody can bring them back.
  The counter stays. The action closes at once and for good, whatever an editor publishes.
  Copies of the database made until now can still be opened with the operator's key: destroy them too.
Nothing was changed yet. To go on:
  npm run keys:shred -- --action ${action} --yes`);
    if (destroyed) console.log('… its data key is destroyed already; clearing away what is left');
    const scrubbed = await keys.shred(action, progress);
    console.log(`✓ The data of the action "${action}" are destroyed; its counter stays`);
    if (!scrubbed)
      console.log(
        'Somebody is reading the table of keys, a dump perhaps: the wrapped key is out of the files once you run this again.',
      );
  });
};
