import { actionTexts } from './action';
import { campaignTexts } from './campaign';
import { formTexts } from './form';
import { mailsTexts } from './mails';
import { organisationTexts } from './organisation';
import { publicSignatureTexts } from './public-signature';
import { sectionsTexts } from './sections';
import type { TypeTexts } from './text';

export type { FieldTexts, Text, TypeTexts } from './text';

const all = {
  ...organisationTexts,
  ...campaignTexts,
  ...sectionsTexts,
  ...actionTexts,
  ...formTexts,
  ...mailsTexts,
  ...publicSignatureTexts,
};

/** The content types and components that editors see. */
export type EditedUid = keyof typeof all;

/**
 * Every label, help text and name that editors read, by uid and attribute, in English and French.
 * The server stores the English in the content-manager's configuration; the panel translates.
 */
export const editorTexts: Record<EditedUid, TypeTexts> = all;
