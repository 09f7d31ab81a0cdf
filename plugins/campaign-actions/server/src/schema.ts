import type { Schema, Struct } from '@strapi/strapi';
import { editorTexts, type EditedUid } from '../../contracts/editor-texts';

/** An attribute as a schema states it; a custom field names itself instead of its type. */
export type Attribute =
  | Schema.Attribute.AnyAttribute
  | { type: 'customField'; customField: string; pluginOptions?: object; conditions?: object };
export type Attributes = Record<string, Attribute>;

/** A row of the edit view: fields side by side, each with its width in twelfths. */
export type Row = readonly (readonly [field: string, width: 4 | 6 | 8 | 12])[];

/** How the content-manager shows a type or component at first; administrators may rearrange it. */
export interface View {
  rows: readonly Row[];
  /** The field that names an entry in lists and in folded components. */
  mainField: string;
  /** Columns of the list. */
  columns?: readonly string[];
  sort?: readonly [field: string, order: 'ASC' | 'DESC'];
  /** Nothing can be typed: what is shown was not written by an editor. */
  readOnly?: true;
}

/** Marks a type or attribute as written once per locale. */
export const localized = { pluginOptions: { i18n: { localized: true } } } as const;

/** Shows a field only while the field beside it has this value. */
export const shownWhen = (field: string, value: string | boolean) => ({
  conditions: { visible: { '==': [{ var: field }, value] } },
});

interface ContentTypeInput {
  uid: EditedUid & `plugin::${string}`;
  plural: string;
  collectionName: `campaign_actions_${string}`;
  kind: Struct.ContentTypeKind;
  draftAndPublish: boolean;
  localized: boolean;
  attributes: Attributes;
  view: View;
}

export interface ContentTypeDefinition {
  uid: EditedUid;
  view: View;
  schema: Struct.ContentTypeSchema;
}

/** A type's name in the host's GraphQL schema and in generated types: letters and digits alone. */
export const globalId = (...names: string[]): string =>
  names
    .flatMap((name) => name.split('-'))
    .map(capitalised)
    .join('');

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A content type of the plugin. It is changed by code, so the content-type builder does not show it. */
export const contentType = (input: ContentTypeInput): ContentTypeDefinition => {
  const { uid, plural, view } = input;
  const singular = uid.slice(uid.indexOf('.') + 1);
  return {
    uid,
    view,
    schema: {
      uid,
      modelType: 'contentType',
      modelName: singular,
      globalId: globalId('campaign-actions', singular),
      kind: input.kind,
      collectionName: input.collectionName,
      info: {
        singularName: singular,
        pluralName: plural,
        displayName: editorTexts[uid].name.en,
        description: editorTexts[uid].help.en,
      },
      options: { draftAndPublish: input.draftAndPublish },
      pluginOptions: {
        'content-manager': { visible: true },
        'content-type-builder': { visible: false },
        ...(input.localized ? localized.pluginOptions : {}),
      },
      attributes: input.attributes as Struct.SchemaAttributes,
    },
  };
};

interface ComponentInput {
  uid: EditedUid & `campaign-actions.${string}`;
  plural: string;
  icon: string;
  attributes: Attributes;
  view: View;
}

export interface ComponentDefinition {
  uid: EditedUid & `campaign-actions.${string}`;
  view: View;
  schema: Pick<Struct.ComponentSchema, 'collectionName' | 'info' | 'options' | 'attributes'>;
}

/** A component of the plugin, in the category `campaign-actions`. */
export const component = ({
  uid,
  plural,
  icon,
  attributes,
  view,
}: ComponentInput): ComponentDefinition => ({
  uid,
  view,
  schema: {
    collectionName: `components_campaign_actions_${plural}`,
    info: {
      displayName: editorTexts[uid].name.en,
      description: editorTexts[uid].help.en,
      icon,
    },
    options: {},
    attributes: attributes as Struct.SchemaAttributes,
  },
});
