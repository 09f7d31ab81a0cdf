import type { Core } from '@strapi/strapi';
import { CONTENT, LOCALES, type Locale } from './content';
import { hasImage, uploadImage } from './image';
import { type Memory, fingerprintOf, recall, remember } from './memory';

export type Content = Record<string, unknown>;
export type InAllLocales<T = Content> = Record<Locale, T>;

type Found = ({ documentId: string } & Content) | null;
type Documents = Record<'create' | 'update' | 'findFirst', (params: object) => Promise<Found>>;

/**
 * Puts content in once: again only when it has changed since, and never over what somebody else
 * made, so that a second run changes nothing.
 */
export const writer = async (strapi: Core.Strapi) => {
  const memory = await recall(strapi);
  const written: string[] = [];

  const note = async (name: string, remembered: Memory[string]): Promise<void> => {
    memory[name] = remembered;
    await remember(strapi, memory);
  };

  const save = async (documents: Documents, known: string | undefined, content: InAllLocales) => {
    let documentId = known;
    for (const locale of LOCALES) {
      const params = { locale, data: content[locale], status: 'published' };
      const saved = documentId
        ? await documents.update({ ...params, documentId })
        : await documents.create(params);
      documentId = saved?.documentId;
    }
    if (!documentId) throw new Error('Strapi did not save a document of the demo.');
    return documentId;
  };

  return {
    /** What was written, by name. */
    written,

    /** @returns the documentId */
    async document(uid: `plugin::${string}.${string}`, name: string, content: InAllLocales) {
      const documents = strapi.documents(uid) as unknown as Documents;
      const fingerprint = fingerprintOf(content);
      const known = memory[name];
      const mine = known && (await documents.findFirst({ filters: { documentId: known.id } }));
      if (mine && (known.adopted || known.fingerprint === fingerprint)) return mine.documentId;
      const { slug } = content.en;
      const theirs =
        !mine && (await documents.findFirst({ locale: 'en', filters: slug ? { slug } : {} }));
      if (theirs) {
        await note(name, { id: theirs.documentId, fingerprint, adopted: true });
        return theirs.documentId;
      }
      const documentId = await save(documents, mine?.documentId, content);
      await note(name, { id: documentId, fingerprint });
      written.push(name);
      return documentId;
    },

    /**
     * Writes an address into one field of a document of ours. It depends on where this host runs, and
     * so is no part of the content: where it has changed it follows, unless somebody has written
     * another since.
     */
    async address(
      uid: `plugin::${string}.${string}`,
      document: string,
      field: string,
      addresses: InAllLocales<string>,
    ) {
      const documents = strapi.documents(uid) as unknown as Documents;
      const { id: documentId, adopted } = memory[document] ?? { adopted: true };
      if (adopted) return;
      for (const locale of LOCALES) {
        const name = `${document}.${field} (${locale})`;
        const address = addresses[locale];
        const stored = await documents.findFirst({ locale, filters: { documentId } });
        const written = memory[name]?.id ?? null;
        if (written === address || (stored?.[field] ?? null) !== written) continue;
        await documents.update({ documentId, locale, data: { [field]: address } });
        await note(name, { id: address, fingerprint: '' });
      }
    },

    /** The picture of the page with its text in one language. @returns its id */
    async image(locale: Locale) {
      const name = `image (${locale})`;
      const { alternativeText } = CONTENT[locale].image;
      const fingerprint = fingerprintOf(alternativeText);
      const known = memory[name];
      if (known?.fingerprint === fingerprint && (await hasImage(strapi, Number(known.id))))
        return Number(known.id);
      const info = { name: `candle-${locale}.jpg`, alternativeText };
      const id = await uploadImage(strapi, 'candle.jpg', info);
      await note(name, { id, fingerprint });
      written.push(name);
      return id;
    },

    /** Does something once in the life of this database. */
    async once(name: string, deed: () => Promise<unknown>) {
      if (memory[name]) return;
      await deed();
      await note(name, { id: 0, fingerprint: '' });
      written.push(name);
    },
  };
};
