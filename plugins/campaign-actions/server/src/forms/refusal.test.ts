import type { CompiledForm } from '../action/form';
import { PROBLEMS, Problem, type ProblemCode, fieldError } from '../http/problems';
import { refusalOf } from './refusal';

const form = {
  locale: 'de',
  fields: [
    { name: 'email', label: 'E-Mail' },
    { name: 'age', label: 'Alter' },
  ],
  consents: [{ name: 'calls', text: 'Dürfen wir anrufen?', display: 'yes-no' }],
} as CompiledForm;

const refused = (problem: Problem) => refusalOf(problem, form, 'en');

describe('how a page says no', () => {
  it('names each field by its label, in the form’s own language', () => {
    const problem = new Problem('invalid', [
      fieldError(['email'], 'format'),
      fieldError(['answers', 'age'], 'type'),
      fieldError(['consents', 'calls'], 'required'),
    ]);
    const { wrong, formLocale, status } = refused(problem);
    expect([status, formLocale]).toEqual([400, 'de']);
    expect(wrong?.map(({ label }) => label)).toEqual(['E-Mail', 'Alter', 'Dürfen wir anrufen?']);
    expect(wrong?.[2]?.said).toBe('please answer yes or no.');
  });

  it.each([
    [fieldError(['phone'], 'unknown')],
    [fieldError(['formVersion'], 'unknown-version')],
    [fieldError(['challenge'], 'not-solved')],
    [fieldError(['source', 'code'], 'too-long')],
  ])('blames no field for what nobody can mend by typing: %j', (error) => {
    const { title, wrong } = refused(new Problem('invalid', [error]));
    expect([title, wrong]).toEqual(['The form has changed', undefined]);
  });

  it('says when to try again, and that it is safe', () => {
    const often = refused(new Problem('too-often', [], 3000));
    expect([often.retryAfter, often.advice]).toEqual([3000, ['Try again in 50 minutes.']]);
    for (const code of ['unavailable', 'not-ready', 'too-slow'] as const)
      expect(refused(new Problem(code, [], 5)).text).toContain('nobody is counted twice');
  });

  it('has words for every way to say no', () => {
    for (const code of Object.keys(PROBLEMS) as ProblemCode[])
      expect(refused(new Problem(code)).title).not.toBe('');
  });
});
