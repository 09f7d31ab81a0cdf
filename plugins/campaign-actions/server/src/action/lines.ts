/** What an editor wrote one per line. */
export const lines = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split('\n')
    // As an answer is kept, or it would never equal its own option.
    .map((line) => line.replace(/\s+/g, ' ').trim().normalize('NFC'))
    .filter((line) => line !== '');
