import { editorTexts } from '../../../contracts/editor-texts';
import { actionComponents } from '../action/components';
import { action } from '../action/content-type';
import { campaignComponents } from '../campaign/components';
import { campaign } from '../campaign/content-type';
import { shareHandle } from '../organisation/components/share-handle';
import { organisation } from '../organisation/content-type';
import { publicSignature } from '../signature/public-signature';
import { editView } from './edit-view';

const definitions = [
  organisation,
  shareHandle,
  action,
  ...actionComponents,
  campaign,
  ...campaignComponents,
  publicSignature,
];

it('has texts for every type and component, and for no other', () => {
  expect(definitions.map(({ uid }) => uid).sort()).toEqual(Object.keys(editorTexts).sort());
});

describe.each(definitions.map((definition) => [definition.uid, definition] as const))(
  '%s',
  (uid, { schema, view }) => {
    const names = Object.keys(schema.attributes);
    const { fields, name, help } = editorTexts[uid];

    it('has a label and a help text for every field', () => {
      expect(Object.keys(fields).sort()).toEqual([...names].sort());
    });

    it('has a name for every value to choose from', () => {
      for (const [field, attribute] of Object.entries(schema.attributes)) {
        const values = attribute.type === 'enumeration' ? attribute.enum : undefined;
        expect(Object.keys(fields[field]?.values ?? {}).sort()).toEqual([...(values ?? [])].sort());
      }
    });

    it('says all of it in both languages', () => {
      const texts = Object.values(fields).flatMap(({ label, help, values }) => [
        label,
        help,
        ...Object.values(values ?? {}),
      ]);
      for (const { en, fr } of [name, help, ...texts]) {
        expect(en).not.toBe('');
        expect(fr).not.toBe('');
        expect(fr).not.toMatch(/\be-?mail|newsletter/i);
      }
    });

    it('places every field once, in rows that fit', () => {
      expect(
        view.rows
          .flat()
          .map(([field]) => field)
          .sort(),
      ).toEqual([...names].sort());
      for (const row of view.rows) {
        expect(row.reduce((width, [, size]) => width + size, 0)).toBeLessThanOrEqual(12);
      }
    });
  },
);

it('leaves out what a host has taken out of a type', () => {
  const { settings, layouts, metadatas } = editView(action, new Set(['slug', 'kind', 'sensitive']));
  expect(settings).toMatchObject({ mainField: 'id', defaultSortBy: 'id' });
  expect(layouts).toEqual({
    edit: [
      [{ name: 'slug', size: 4 }],
      [
        { name: 'kind', size: 6 },
        { name: 'sensitive', size: 6 },
      ],
    ],
    list: ['kind', 'sensitive'],
  });
  expect(Object.keys(metadatas).sort()).toEqual(['kind', 'sensitive', 'slug']);
});
