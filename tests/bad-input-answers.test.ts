import { unsigned } from './bad-input';
import { someEmail } from './make';
import { API, type SignatureAnswer } from './signatures';

describe('A body that is not right', () => {
  const { app, make } = unsigned();

  describe('in an own question of the form', () => {
    let own: string;
    beforeAll(async () => {
      const question = (values: Record<string, unknown>) => ({ field: 'own', ...values });
      const { documentId } = await make.action({
        form: {
          fields: [
            question({
              name: 'membershipNumber',
              label: 'Membership number',
              type: 'text',
              maxLength: 5,
              required: true,
            }),
            question({ name: 'age', label: 'Age', type: 'number' }),
            question({ name: 'birthday', label: 'Birthday', type: 'date' }),
            question({ name: 'group', label: 'Group', type: 'choice', options: 'Youth\nStudents' }),
            question({ name: 'adult', label: 'I am an adult', type: 'checkbox', required: true }),
          ],
          consents: [
            { name: 'rules', text: 'I accept the rules.', required: true, purpose: 'other' },
            { name: 'calls', text: 'Call me.', display: 'yes_no', channel: 'phone' },
          ],
        },
      });
      own = documentId;
    });

    const answers = { membershipNumber: '12345', adult: true };
    const consents = { rules: true, calls: false };
    it.each([
      [
        'a required answer is missing',
        { answers: { adult: true }, consents },
        ['answers', 'membershipNumber'],
        'required',
      ],
      [
        'an answer is too long',
        { answers: { ...answers, membershipNumber: '123456' }, consents },
        ['answers', 'membershipNumber'],
        'too-long',
      ],
      [
        'a number is a word',
        { answers: { ...answers, age: 'ten' }, consents },
        ['answers', 'age'],
        'type',
      ],
      [
        'a date is not a day',
        { answers: { ...answers, birthday: '2001-02-30' }, consents },
        ['answers', 'birthday'],
        'format',
      ],
      [
        'a date is written otherwise',
        { answers: { ...answers, birthday: '1/2/2001' }, consents },
        ['answers', 'birthday'],
        'format',
      ],
      [
        'a choice is none of the options',
        { answers: { ...answers, group: 'Elders' }, consents },
        ['answers', 'group'],
        'not-an-option',
      ],
      [
        'a required box is not ticked',
        { answers: { ...answers, adult: false }, consents },
        ['answers', 'adult'],
        'required',
      ],
      [
        'a required consent is not given',
        { answers, consents: { ...consents, rules: false } },
        ['consents', 'rules'],
        'must-be-given',
      ],
      [
        'a required consent is missing',
        { answers, consents: { calls: true } },
        ['consents', 'rules'],
        'must-be-given',
      ],
      [
        'a yes-or-no question is not answered',
        { answers, consents: { rules: true } },
        ['consents', 'calls'],
        'required',
      ],
    ])('%s', async (_, data, path, code) => {
      const answer = await app.post<SignatureAnswer>(`${API}/actions/${own}/signatures`, {
        data: { email: 'zoe@example.org', ...data },
      });
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors).toEqual([
        { path, code, message: expect.any(String) as string },
      ]);
    });

    it('takes the right answers', async () => {
      const data = {
        email: someEmail(),
        answers: { ...answers, age: 30, birthday: '2001-02-28', group: 'Youth' },
        consents,
      };
      expect((await app.post(`${API}/actions/${own}/signatures`, { data })).status).toBe(202);
    });
  });
});
