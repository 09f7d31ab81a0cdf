import type { EditFieldLayout, EditLayout } from '@strapi/content-manager/strapi-admin';
import { CHOICE_INPUT } from './choice-input';
import { InWords } from './in-language';
import { helpText, valueTexts } from './texts';

const inWords = (field: EditFieldLayout): EditFieldLayout => {
  const help = helpText(field.hint);
  const values =
    field.attribute.type === 'enumeration' ? valueTexts(field.name, field.attribute.enum) : null;
  return {
    ...field,
    ...(help && { hint: <InWords text={help} /> }),
    ...(values && { type: CHOICE_INPUT, values }),
    // The content-manager passes both on as they are; its types know strings and its own inputs.
  } as EditFieldLayout;
};

/**
 * Hook of the content-manager: help texts in the language of the panel, and choices in words. What
 * an administrator has written in their place stays.
 */
export const editViewInWords = <T extends { layout: EditLayout }>(view: T): T => {
  const { layout } = view;
  const components = Object.fromEntries(
    Object.entries(layout.components).map(([uid, component]) => [
      uid,
      { ...component, layout: component.layout.map((row) => row.map(inWords)) },
    ]),
  );
  return {
    ...view,
    layout: {
      ...layout,
      components,
      layout: layout.layout.map((panel) => panel.map((row) => row.map(inWords))),
    },
  };
};
