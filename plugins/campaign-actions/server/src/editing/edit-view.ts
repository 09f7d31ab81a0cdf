import type { Core } from '@strapi/strapi';
import { editorTexts } from '../../../contracts/editor-texts';
import type { ComponentDefinition, ContentTypeDefinition, View } from '../schema';

type Definition = Pick<ContentTypeDefinition | ComponentDefinition, 'uid' | 'view'>;

const settings = ({ mainField, sort }: View, present: ReadonlySet<string>) => ({
  bulkable: true,
  filterable: true,
  searchable: true,
  pageSize: 20,
  mainField: present.has(mainField) ? mainField : 'id',
  defaultSortBy: [sort?.[0] ?? mainField].find((name) => present.has(name)) ?? 'id',
  defaultSortOrder: sort?.[1] ?? 'ASC',
  relationOpenMode: 'modal',
});

/**
 * The content-manager's configuration of a type, without fields that a host has taken out of it.
 */
export const editView = ({ uid, view }: Definition, present: ReadonlySet<string>) => {
  const fields = Object.entries(editorTexts[uid].fields).filter(([name]) => present.has(name));
  const metadatas = fields.map(([name, { label, help }]) => [
    name,
    {
      edit: { label: label.en, description: help.en, editable: !view.readOnly },
      list: { label: label.en },
    },
  ]);
  const edit = view.rows
    .map((row) => row.filter(([name]) => present.has(name)).map(([name, size]) => ({ name, size })))
    .filter((row) => row.length > 0);
  return {
    settings: settings(view, present),
    metadatas: Object.fromEntries(metadatas) as Record<string, unknown>,
    layouts: {
      edit,
      ...(view.columns ? { list: view.columns.filter((name) => present.has(name)) } : {}),
    },
  };
};

/**
 * Says how types and components look in the content-manager when it meets them for the first time.
 * It stores that then, and never comes back to it: what an administrator rearranges stays. Call it
 * in `register()`, after the components are there.
 */
export const offerEditViews = (strapi: Core.Strapi, definitions: Definition[]): void => {
  for (const definition of definitions) {
    const model = strapi.getModel(definition.uid as 'admin::user') as unknown as {
      attributes: object;
      config?: unknown;
    };
    model.config = editView(definition, new Set(Object.keys(model.attributes)));
  }
};
