import { z } from '@strapi/utils';
import type { Knex } from 'knex';
import { createPolicyStore } from '../action/policy-store';
import { type Policy } from '../action/policy';
import { unreadable, unreadableText } from '../privacy/unreadable';
import type { ActionVault, Vault } from '../privacy/vault';
import { type SubmissionRow, indexColumns } from '../signature/rows';
import type { Address } from '../signature/register-store';
import { type SignatureRow, createPersonStore } from './store';

/** A row with what was sealed in it; null when there is nothing, or when it cannot be opened. */
export interface Opened<Row> {
  row: Row;
  person: unknown;
  problem: string | null;
}

/** Everything that is held about one address in one action. */
export interface InAction {
  policy: Policy;
  address: Address;
  signatures: Opened<SignatureRow>[];
  submissions: Opened<SubmissionRow>[];
  /** Mails that hold the address themselves. */
  mailSeqs: number[];
  /** Of all mails that are about it. */
  mails: number;
  leftInPeaceSince: string | null;
  /** Of which rows a mailbox took no mail, by their ids in hex, and on which day. */
  refusals: ReadonlyMap<string, string>;
}

export interface Found {
  actions: InAction[];
  /** Where nobody can look for the address. */
  unreadable: { action: string; problem: string }[];
}

export interface FindUses {
  knex: Knex;
  vault: Vault;
}

/** What an error says about a row, without a word of the row. */
const problemOf = (error: unknown): string => {
  const found = unreadable(error);
  if (!found) throw error;
  return unreadableText(found);
};

const openRow = async <Row extends { id: Buffer; action: string; sealed: Buffer | null }>(
  vault: Vault,
  row: Row,
): Promise<Opened<Row>> => {
  if (!row.sealed) return { row, person: null, problem: null };
  try {
    return { row, person: await vault.open(row.action, row.id, row.sealed), problem: null };
  } catch (error) {
    return { row, person: null, problem: problemOf(error) };
  }
};

const addressed = z.object({ email: z.string() });

/** The address in what was opened; null when there is none. */
export const addressIn = (person: unknown): string | null =>
  addressed.safeParse(person).data?.email ?? null;

interface Hashes {
  policy: Policy;
  address: Address;
  suppressions: Buffer[];
}

/**
 * Looks in every action for what is held about an address, by the hash that it has there; and where a
 * row has no hash, by opening it.
 *
 * @param email in any spelling of the mailbox
 */
export const find = async (uses: FindUses, email: string): Promise<Found> => {
  const { hashes, unreadable: notRead } = await hashesOf(uses, email);
  const store = createPersonStore(uses.knex);
  const suppressions = hashes.flatMap((each) => each.suppressions);
  const submissions = await store.submissions(suppressions);
  const leftInPeace = await store.leftInPeace(suppressions);

  const actions: InAction[] = [];
  for (const { policy, address } of hashes) {
    const { action } = policy;
    const ofAddress = await store.signatures(action, address);
    const signatures = await Promise.all(ofAddress.map((row) => openRow(uses.vault, row)));
    signatures.push(...(await unfoundOf(uses, action, email)));
    const here = submissions.filter((row) => row.action === action);
    const mailSeqs = await mailSeqsOf(uses, action, email);
    const rowIds = [...ofAddress, ...here].map(({ id }) => id);
    const found: InAction = {
      policy,
      address,
      signatures,
      submissions: await Promise.all(here.map((row) => openRow(uses.vault, row))),
      mailSeqs,
      mails: await store.countMails(rowIds, mailSeqs),
      leftInPeaceSince: leftInPeace.find((each) => each.action === action)?.day ?? null,
      refusals: await store.refusals(
        [...signatures, ...here.map((row) => ({ row }))].map(({ row }) => row.id),
      ),
    };
    const isThere =
      signatures.length + here.length + mailSeqs.length > 0 || found.leftInPeaceSince !== null;
    if (isThere) actions.push(found);
  }
  return { actions, unreadable: notRead };
};

const hashesOf = async ({ knex, vault }: FindUses, email: string) => {
  const policies = createPolicyStore(knex);
  const store = createPersonStore(knex);
  const hashes: Hashes[] = [];
  const notRead: Found['unreadable'] = [];
  for (const policy of await policies.readMany(await policies.actions())) {
    const { action } = policy;
    // An action that nobody signed has no key, and needs none for this.
    if (!(await store.isUsed(action))) continue;
    try {
      const keys = await vault.of(action);
      hashes.push({
        policy,
        address: indexColumns(keys.emailIndex(email)),
        suppressions: keys.suppressions(email).map(({ hash }) => hash),
      });
    } catch (error) {
      // Of a shredded action nothing is held any more.
      if (unreadable(error)?.why !== 'shredded')
        notRead.push({ action, problem: problemOf(error) });
    }
  }
  return { hashes, unreadable: notRead };
};

const unfoundOf = async (
  { knex, vault }: FindUses,
  action: string,
  email: string,
): Promise<Opened<SignatureRow>[]> => {
  const found: Opened<SignatureRow>[] = [];
  const store = createPersonStore(knex);
  const isTheirs = isOf(await vault.of(action), email);
  for (let after: Buffer | undefined = Buffer.alloc(0); after;) {
    const rows: SignatureRow[] = await store.unfound(action, after);
    for (const row of rows) {
      const opened = await openRow(vault, row);
      if (isTheirs(addressIn(opened.person))) found.push(opened);
    }
    after = rows.at(-1)?.id;
  }
  return found;
};

const mailSeqsOf = async (
  { knex, vault }: FindUses,
  action: string,
  email: string,
): Promise<number[]> => {
  const found: number[] = [];
  const store = createPersonStore(knex);
  const isTheirs = isOf(await vault.of(action), email);
  for (let after: number | undefined = 0; after !== undefined;) {
    const mails = await store.mails(action, after);
    for (const mail of mails) {
      const { person } = await openRow(vault, { ...mail, action });
      if (isTheirs(addressIn(person))) found.push(mail.seq);
    }
    after = mails.at(-1)?.seq;
  }
  return found;
};

/** Whether an address is another spelling of the same mailbox, as the action sees it. */
const isOf = (keys: ActionVault, email: string): ((there: string | null) => boolean) => {
  const { hash } = keys.emailIndex(email);
  return (there) => there !== null && keys.emailIndex(there).hash.equals(hash);
};
