import { actionsOf } from '../campaign/page';
import { Problem } from '../http/problems';
import { type Reply, unkeptReply } from '../http/reply';
import { ACTION, CAMPAIGN } from '../plugin';
import type { Keyring } from '../privacy/keyring';
import type { ReadPage } from '../publication/board';
import { encodePage } from '../publication/encoded-page';
import { inBestLocale, localeChain } from '../publication/locale';
import type { Asked, PageReader } from '../publication/reader';
import type { Address, PublishedType } from '../publication/store';
import {
  type DraftAction,
  type DraftActionUses,
  draftCounter,
  readDraftAction,
} from './draft-action';
import type { DraftStore } from './draft-store';
import { type Subject, makePreviewToken, readPreviewToken } from './token';

export interface PreviewUses extends DraftActionUses {
  keyring: Keyring;
  drafts: DraftStore;
  /** What else stands on a page. */
  surroundings: Pick<PageReader, 'publicUrl' | 'organisation'>;
  pages: Record<PublishedType, ReadPage>;
  clock: () => Date;
}

/** Drafts, for whoever holds a token that is good for them. */
export interface Previews {
  make(subject: Subject): { token: string; expiresAt: Date };
  /**
   * The whole page as it is once everything on it is published. It is made for this answer alone.
   *
   * @throws Problem 404 for whatever the token is not good for
   */
  page(type: PublishedType, asked: Asked, token: string): Promise<Reply>;
  /**
   * An action by its documentId or slug.
   *
   * @throws Problem 404 likewise
   */
  action(asked: Pick<Asked, 'id' | 'locale'>, token: string): Promise<DraftAction>;
}

const MINUTES = 60;

const TYPES = { campaign: CAMPAIGN, action: ACTION } as const;

export const createPreviews = (uses: PreviewUses): Previews => {
  const { keyring, drafts, defaultLocale, surroundings, pages, clock } = uses;

  const subjectsOf = async (token: string, type: PublishedType): Promise<string[]> => {
    const subject = readPreviewToken(keyring, token, clock());
    if (!subject) return [];
    if (TYPES[subject.type] === type) return [subject.documentId];
    if (subject.type === 'action') return [];
    const named = (await drafts.naming(subject.documentId)).flatMap(actionsOf);
    return [...new Set(named.flatMap((action) => action || []))];
  };

  /** What the token is not good for is never looked for, so nothing tells whether it is there. */
  const find = async (
    type: PublishedType,
    { id, locale }: Pick<Asked, 'id' | 'locale'>,
    token: string,
  ): Promise<{ documentId: string; chain: string[] }> => {
    const documentIds = await subjectsOf(token, type);
    const addresses = await drafts.addresses(type, documentIds);
    const chain = localeChain(locale, await defaultLocale());
    const named = (key: 'documentId' | 'slug'): Address | undefined =>
      inBestLocale(
        addresses.filter((address) => address[key] === id),
        chain,
      );
    const found = named('documentId') ?? named('slug');
    if (!found) throw new Problem('not-found');
    return { documentId: found.documentId, chain };
  };

  /** Reads drafts for one page, and each action on it once. */
  const draftReader = () => {
    const actions = new Map<string, Promise<DraftAction | null>>();
    const actionOf = (action: string): Promise<DraftAction | null> => {
      const reading = actions.get(action) ?? readDraftAction(uses, action);
      actions.set(action, reading);
      return reading;
    };
    const reader: PageReader = {
      ...surroundings,
      defaultLocale,
      published: drafts,
      catalogue: {
        async find(action) {
          const draft = await actionOf(action);
          return draft && { policy: draft.policy, numbers: draft.numbers ?? NO_NUMBERS };
        },
      },
    };
    return { reader, actionOf };
  };

  return {
    make(subject) {
      const expiresAt = new Date(clock().getTime() + MINUTES * 60_000);
      return { token: makePreviewToken(keyring, subject, expiresAt), expiresAt };
    },
    async page(type, asked, token) {
      const { documentId, chain } = await find(type, asked, token);
      const { reader, actionOf } = draftReader();
      const rows = await drafts.rows<Address>(type, [documentId], ['documentId', 'locale', 'slug']);
      const row = inBestLocale(rows, chain);
      const page = row && (await pages[type](reader, row));
      if (!page) throw new Problem('not-found');
      const encoded = encodePage(page, row.locale);
      if (!asked.counters) return unkeptReply(200, encoded.withoutCounters().body);
      const counters = await Promise.all(
        encoded.actions.map(async (action) => {
          const draft = await actionOf(action);
          return draft && draftCounter(draft, row.locale, clock());
        }),
      );
      const json = counters.map((counter) => JSON.stringify(counter));
      return unkeptReply(200, encoded.withCounters(json).body);
    },
    async action(asked, token) {
      const { documentId } = await find(ACTION, asked, token);
      const draft = await readDraftAction(uses, documentId);
      if (!draft) throw new Problem('not-found');
      return draft;
    },
  };
};

const NO_NUMBERS = { signatures: 0, offset: 0, revision: 0 };
