/** What a link in a mail is for. */
export type Purpose = 'confirm' | 'reject' | 'withdraw';

export interface Link {
  /** Null where only a code was pasted, which does not say. */
  purpose: Purpose | null;
  token: string;
  /** The documentId that a link for confirming names, unless signers are at risk. */
  action: string | null;
}

const purposeOf = (text: string | null): Purpose =>
  text === 'reject' || text === 'withdraw' ? text : 'confirm';

/** Reads a link, the part behind its `#`, or a bare code; null where there is nothing. */
export const readLink = (text: string): Link | null => {
  const compact = text.replace(/\s+/g, '');
  const fragment = new URLSearchParams(compact.slice(compact.indexOf('#') + 1));
  const token = fragment.get('token');
  if (token)
    return { purpose: purposeOf(fragment.get('for')), token, action: fragment.get('action') };
  return compact === '' || compact.startsWith('#')
    ? null
    : { purpose: null, token: compact, action: null };
};
