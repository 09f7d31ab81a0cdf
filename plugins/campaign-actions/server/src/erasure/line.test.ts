import { readLine, writeLine } from './line';

const id = Buffer.from('00112233445566778899aabbccddeeff', 'hex');

it('says what happened to which row on what day, and nothing else', () => {
  const line = writeLine({ id, deed: 'withdrawn', day: '2026-03-15' });
  expect(line).toBe('2026-03-15 withdrawn 00112233445566778899aabbccddeeff');
  expect(readLine(line)).toEqual({ id, deed: 'withdrawn', day: '2026-03-15' });
});

it.each([
  '',
  '2026-03-15 withdrawn 0011',
  '2026-03-15 counted 00112233445566778899aabbccddeeff',
  '2026-03-15 erased 00112233445566778899aabbccddeeff ',
  '2026-03-15 erased 00112233445566778899AABBCCDDEEFF',
  'zoe@example.org',
])('is no line of a journal: %j', (line) => {
  expect(readLine(line)).toBeNull();
});
