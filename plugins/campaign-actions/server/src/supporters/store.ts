import { POLICIES } from '../action/tables';
import type { Connection } from '../database';
import { DUE, PUBLIC_SIGNATURES, REFUSED } from '../signature/public-signature-store';
import type { RegisterRow } from '../signature/rows';
import { REGISTER } from '../signature/tables';
import { run } from '../statement';
import type { Supporter } from '../../../contracts/supporters';

export interface SupporterStore {
  /** Signatures whose drafts are to be made now, but for these. */
  due(most: number, without: Buffer[]): Promise<RegisterRow[]>;
  /** Whether it still is, kept so by others until the transaction ends. */
  lockDue(id: Buffer): Promise<boolean>;
  /** @param to the documentId of what it shows; null: nothing */
  set(ids: Buffer[], to: string | null): Promise<void>;
  /** Their drafts are due, unless something came in between; answers of how many. */
  expect(ids: Buffer[]): Promise<number>;
  countPublished(action: string): Promise<number>;
  published(action: string, most: number): Promise<Supporter[]>;
  /** Actions that show their supporters. */
  showing(): Promise<string[]>;
  /** Signatures of an action that could show something, in the order of their e-mail indexes. */
  page(action: string, after: Buffer | null, most: number): Promise<RegisterRow[]>;
  /** Those that name what is not there. */
  lost(most: number): Promise<Buffer[]>;
  /** Deletes what no counted signature names; answers how many. */
  removeOrphans(): Promise<number>;
}

const PUBLISHED = `${PUBLIC_SIGNATURES} as shown join ${REGISTER} as signed
  on signed.action = shown.action and signed.public_signature = shown.document_id
    and signed.state = 'counted'
  where shown.action = ? and shown.published_at is not null`;

export const createSupporterStore = (connection: Connection): SupporterStore => {
  const register = () => connection<RegisterRow>(REGISTER);
  const showing = () =>
    connection(POLICIES).where({ show_supporters: true, sensitive: false }).select('action');
  return {
    due: (most, without) =>
      register()
        .where({ public_signature: DUE, state: 'counted' })
        .whereIn('action', showing())
        .whereNotIn('id', without)
        .limit(most)
        .select('*'),
    async lockDue(id) {
      const row: unknown = await register()
        .where({ id, public_signature: DUE, state: 'counted' })
        .forUpdate()
        .first('id');
      return row !== undefined;
    },
    async set(ids, to) {
      await register().whereIn('id', ids).update({ public_signature: to });
    },
    expect: (ids) =>
      register().whereIn('id', ids).whereNull('public_signature').update({ public_signature: DUE }),
    async countPublished(action) {
      const [row] = await run<{ n: number | string }>(
        connection,
        `select count(*) as n from ${PUBLISHED}`,
        [action],
      );
      return Number(row?.n ?? 0);
    },
    published: (action, most) =>
      run<Supporter>(
        connection,
        `select shown.name_shown as name, shown.message, shown.country from ${PUBLISHED}
          order by random() limit ?`,
        [action, most],
      ),
    showing: () => showing().pluck<string[]>('action'),
    page(action, after, most) {
      const query = register().where({ action, state: 'counted', rule: 'required' });
      if (after) void query.where('email_index', '>', after);
      return query.whereNotNull('email_index').orderBy('email_index').limit(most).select('*');
    },
    lost: (most) =>
      register()
        .whereNotNull('public_signature')
        .whereNotIn('public_signature', [DUE, REFUSED])
        .whereNotIn('public_signature', connection(PUBLIC_SIGNATURES).select('document_id'))
        .limit(most)
        .pluck<Buffer[]>('id'),
    removeOrphans: () =>
      connection(PUBLIC_SIGNATURES)
        .where(
          (entry) =>
            void entry
              .whereNull('document_id')
              .orWhereNotIn(
                'document_id',
                connection(REGISTER)
                  .where({ state: 'counted' })
                  .whereNotNull('public_signature')
                  .select('public_signature'),
              ),
        )
        .delete(),
  };
};
