import { mergeFields } from './whole-document';

describe('mergeFields', () => {
  it('keeps what is not given', () => {
    expect(mergeFields({ a: 1, b: 2 }, { b: 3, c: undefined })).toEqual({ a: 1, b: 3 });
  });

  it('takes an emptied field as emptied', () => {
    expect(mergeFields({ a: 1, list: [{ id: 1 }] }, { a: null, list: [] })).toEqual({
      a: null,
      list: [],
    });
  });

  it('completes a component that is named by its id, and replaces any other', () => {
    const stored = { hero: { id: 4, figure: '2', statement: 'people' } };
    expect(mergeFields(stored, { hero: { id: 4, figure: '3' } })).toEqual({
      hero: { id: 4, figure: '3', statement: 'people' },
    });
    expect(mergeFields(stored, { hero: { figure: '3' } })).toEqual({ hero: { figure: '3' } });
  });

  it('follows the given order, whatever form the ids come in', () => {
    const stored = {
      fields: [
        { id: 1, name: 'a' },
        { id: 2, name: 'b' },
      ],
    };
    const given = { fields: [{ id: '2', label: 'B' }, { label: 'new' }, { id: 1 }] };
    expect(mergeFields(stored, given)).toEqual({
      fields: [{ id: '2', name: 'b', label: 'B' }, { label: 'new' }, { id: 1, name: 'a' }],
    });
  });

  it('does not confuse sections of two kinds with the same id', () => {
    const stored = { sections: [{ __component: 'a.text', id: 1, heading: 'x' }] };
    const given = { sections: [{ __component: 'a.quote', id: 1 }] };
    expect(mergeFields(stored, given)).toEqual(given);
  });
});
