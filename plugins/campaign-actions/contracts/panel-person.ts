import { z } from '@strapi/utils';
import { consent } from './form';

/** In which actions something is held about one address, and how much: never what. */
export const personInAction = z.strictObject({
  action: z.string(),
  /** In the site's own language; null when the action is gone from the panel. */
  title: z.string().nullable(),
  state: z.enum(['draft', 'scheduled', 'open', 'closed']),
  /** That name somebody: what was anonymised is found by nobody. */
  signatures: z.int(),
  /** To be confirmed, on hold, or what stayed of them for a few days. */
  submissions: z.int(),
  /** Mails that wait to be sent. */
  mails: z.int(),
  /** Written otherwise than what was asked for, such as without a dot: is it the same person? */
  spelledOtherwise: z.int(),
  /** Said "this was not me", and is not mailed again. */
  leftInPeace: z.boolean(),
});
export type PersonInAction = z.infer<typeof personInAction>;

/** Where nobody can tell whether there is something, for want of a key. */
export const unreadable = z.strictObject({
  action: z.string(),
  title: z.string().nullable(),
  problem: z.string(),
});
export type Unreadable = z.infer<typeof unreadable>;

export const personFound = z.strictObject({
  actions: z.array(personInAction),
  unreadable: z.array(unreadable),
});
export type PersonFound = z.infer<typeof personFound>;

/** `POST /campaign-actions/erasures`: without `erase` it only says what there is. */
export const erasureBody = z.strictObject({
  data: z.strictObject({ email: z.string().trim().min(3).max(254), erase: z.boolean().optional() }),
});

export const erasureAnswer = z.strictObject({
  data: personFound.extend({ erased: z.boolean() }),
});
export type ErasureAnswer = z.infer<typeof erasureAnswer>;

export const LONGEST_EXPORT_REASON = 500;

/** `POST /campaign-actions/persons/export`. */
export const exportBody = z.strictObject({
  data: z.strictObject({
    email: z.string().trim().min(3).max(254),
    reason: z.string().trim().min(1).max(LONGEST_EXPORT_REASON),
  }),
});

const shownConsent = consent
  .pick({ name: true, purpose: true, channel: true })
  .extend({ text: z.string().nullable(), given: z.boolean() });

/** What was shown and agreed to, once, in its exact words. */
export const exportedConsents = z.strictObject({
  formVersion: z.string(),
  versionStated: z.boolean(),
  locale: z.string(),
  day: z.string(),
  channel: z.string(),
  consents: z.array(shownConsent.partial({ purpose: true, channel: true })),
});
export type ExportedConsents = z.infer<typeof exportedConsents>;

/** One signature or submission, opened. */
export const exportedEntry = z.strictObject({
  kind: z.enum(['signature', 'submission']),
  id: z.string(),
  state: z.string(),
  /** The state in plain words. */
  meaning: z.string(),
  day: z.string(),
  /** The exact time; null when nothing is sealed any more. */
  at: z.string().nullable(),
  locale: z.string(),
  country: z.string().nullable(),
  channel: z.string(),
  confirmation: z.enum(['required', 'none']),
  /** A keyed hash of the network it came from, comparable within its day alone; null: none was kept, or none any more. */
  network: z.string().nullable(),
  /** By which rule it was set aside, also after an editor has let it in; null: by none. */
  heldBecause: z.string().nullable(),
  /** On which day its mailbox took no mail; null: it has taken all. */
  mailboxRefusedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  spelledOtherwise: z.boolean(),
  fields: z.array(
    z.strictObject({ name: z.string(), label: z.string().nullable(), value: z.unknown() }),
  ),
  source: z.record(z.string(), z.string().nullable()),
  consents: z.array(exportedConsents),
  shownInPublic: z
    .strictObject({
      nameShown: z.string().nullable(),
      message: z.string().nullable(),
      country: z.string().nullable(),
    })
    .nullable(),
  /** Why it could not be opened; null when it was. */
  problem: z.string().nullable(),
});
export type ExportedEntry = z.infer<typeof exportedEntry>;

/** Everything that is held about one address. */
export const personExport = z.strictObject({
  about: z.string(),
  madeAt: z.string(),
  email: z.string(),
  actions: z.array(
    z.strictObject({
      action: z.string(),
      title: z.string().nullable(),
      state: personInAction.shape.state,
      entries: z.array(exportedEntry),
      mailsWaiting: z.int(),
      leftInPeaceSince: z.string().nullable(),
    }),
  ),
  unreadable: z.array(unreadable),
});
export type PersonExport = z.infer<typeof personExport>;
