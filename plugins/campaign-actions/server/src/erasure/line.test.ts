import { readLine, writeLine } from './line';

const id = Buffer.from('00112233445566778899aabbccddeeff', 'hex');

it('says what happened to which row on what day, and nothing else', () => {
  const line = writeLine({ id, deed: 'withdrawn', day: '2026-03-15' });
  expect(line).toBe('2026-03-15 withdrawn 00112233445566778899aabbccddeeff');
  expect(readLine(line)).toEqual({ id, deed: 'withdrawn', day: '2026-03-15' });
});

it('says of an action whose data were destroyed which it was', () => {
  const line = '2026-03-15 shredded k3j5h7g9f1d2s4a6p8o0i2u4';
  const erasure = readLine(line);
  expect(erasure).toMatchObject({ deed: 'shredded', day: '2026-03-15' });
  expect(erasure && writeLine(erasure)).toBe(line);
});

it.each([
  '',
  '2026-03-15 shredded ',
  '2026-03-15 shredded two words',
  '2026-03-15 withdrawn k3j5h7g9f1d2s4a6p8o0i2u4',
  '2026-03-15 withdrawn 0011',
  '2026-03-15 counted 00112233445566778899aabbccddeeff',
  '2026-03-15 erased 00112233445566778899aabbccddeeff ',
  '2026-03-15 erased 00112233445566778899AABBCCDDEEFF',
  'zoe@example.org',
])('is no line of a journal: %j', (line) => {
  expect(readLine(line)).toBeNull();
});
