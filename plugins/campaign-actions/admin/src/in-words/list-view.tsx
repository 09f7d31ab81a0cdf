import type { ListFieldLayout } from '@strapi/content-manager/strapi-admin';
import { Typography } from '@strapi/design-system';
import type { Text } from '../../../contracts/editor-texts';
import { ACTION_FIELD } from '../../../server/src/plugin';
import { ActionTitle } from '../action-field/action-title';
import { InWords } from './in-language';
import { valueTexts } from './texts';

const choice =
  (values: Record<string, Text>, name: string): ListFieldLayout['cellFormatter'] =>
  (row) => {
    const text = values[String(row[name])];
    return <Typography>{text ? <InWords text={text} /> : '-'}</Typography>;
  };

const actionTitle =
  (name: string): ListFieldLayout['cellFormatter'] =>
  (row) => <ActionTitle documentId={row[name] as string | null | undefined} />;

const inWords = (column: ListFieldLayout): ListFieldLayout => {
  const { attribute, name } = column;
  const values = attribute.type === 'enumeration' ? valueTexts(name, attribute.enum) : null;
  if (values) return { ...column, cellFormatter: choice(values, name) };
  if ('customField' in attribute && attribute.customField === ACTION_FIELD) {
    return { ...column, cellFormatter: actionTitle(name) };
  }
  return column;
};

/** Hook of the content-manager: choices in words and actions by title, in lists too. */
export const listViewInWords = <T extends { displayedHeaders: ListFieldLayout[] }>(view: T): T => ({
  ...view,
  displayedHeaders: view.displayedHeaders.map(inWords),
});
