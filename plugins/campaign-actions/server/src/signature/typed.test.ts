import type { CompiledField, CompiledForm } from '../action/form';
import { typed } from './typed';

const field = (name: string, type: CompiledField['type']) => ({ name, type }) as CompiledField;
const form = {
  fields: [
    field('age', 'number'),
    field('member', 'checkbox'),
    field('why', 'text'),
    field('toString', 'number'),
  ],
} as CompiledForm;

const answersOf = (answers: unknown) =>
  (typed(form, { data: { email: 'x', answers } }) as { data: { answers: unknown } }).data.answers;

describe('answers that are all texts', () => {
  it.each([
    ['37', 37],
    [' -1.5 ', -1.5],
    ['1,5', 1.5],
    ['1e999', '1e999'],
    ['0x10', '0x10'],
    ['many', 'many'],
    ['  ', null],
  ])('are numbers where the form asks for one: %j', (text, number) =>
    expect(answersOf({ age: text })).toEqual({ age: number }),
  );

  it.each([
    ['on', true],
    ['true', true],
    ['false', false],
    ['perhaps', 'perhaps'],
    ['constructor', 'constructor'],
  ])('are ticks where the form has a box: %j', (text, tick) =>
    expect(answersOf({ member: text })).toEqual({ member: tick }),
  );

  it('are texts everywhere else', () => {
    expect(answersOf({ why: '37', unknown: 'on' })).toEqual({ why: '37', unknown: 'on' });
    expect(answersOf('x')).toBe('x');
    expect(answersOf(undefined)).toBeUndefined();
  });
});
