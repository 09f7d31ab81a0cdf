import { z } from '@strapi/utils';
import { fit } from './fit';

describe('What came over the wire', () => {
  const schema = z.strictObject({ name: z.string().max(3), of: z.array(z.string()).max(2) });

  it('fits a schema, or says where it does not', () => {
    expect(fit(schema, { name: 'Zoë', of: [] }).data).toEqual({ name: 'Zoë', of: [] });
    expect(fit(schema, { name: 'Alex', of: [] }).error?.issues[0]?.path).toEqual(['name']);
  });

  it.each([
    { name: { length: { toString: '' } }, of: [] },
    { name: 'Zoë', of: { length: { toString: '', valueOf: '' } } },
  ])('fits none with a length that cannot be compared: %j', (sent) => {
    const { success, error } = fit(schema, sent);
    expect([success, error?.issues.length]).toEqual([false, 1]);
  });

  it('is not to blame for a check that is wrong', () => {
    const broken = z.string().refine(() => {
      throw new TypeError('undefined is not a function');
    });
    expect(() => fit(broken, 'Zoë')).toThrow(TypeError);
  });
});
