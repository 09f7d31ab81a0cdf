import fc from 'fast-check';
import type { Model, Real, Sent } from './model-state';

export type Command = fc.AsyncCommand<Model, Real>;

const PEOPLE = 4;
export const person = fc.nat(PEOPLE - 1);
/** Which of what there is; there may be less of it. */
export const which = fc.nat(20);

/** A deed and what it must do; after each, the database is compared with the model. */
export const command = (
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Command => ({
  check,
  async run(model, real) {
    await run(model, real);
    await real.agrees(model);
    real.shared.count();
  },
  toString: () => name,
});

const SIGNED = { required: 202, none: 201 };
const REFUSED = { closed: 410, unpublished: 404 };

export const statusOf = (model: Model): number =>
  model.state === 'open' ? SIGNED[model.confirmation] : REFUSED[model.state];

export const one = ({ sent }: Model, at: number): Sent => sent[at % sent.length] as Sent;
export const someSent = ({ sent }: Model): boolean => sent.length > 0;

/** Whether a row is found by this person's address: one that counts, or is set aside. */
export const isFound = ({ rows }: Model, who: number): boolean =>
  [...rows.values()].some((row) => row.person === who);

/** What a confirmation that was taken does. */
export const noteConfirmed = (model: Model, sent: Sent): void => {
  sent.state = 'done';
  if (!isFound(model, sent.person))
    model.rows.set(sent.id, { person: sent.person, state: 'counted' });
};
