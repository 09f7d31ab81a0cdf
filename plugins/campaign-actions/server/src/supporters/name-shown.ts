const segmenter = new Intl.Segmenter();

const initialOf = (name: string): string => {
  const [first] = segmenter.segment(name);
  return `${(first?.segment ?? '').toLocaleUpperCase()}.`;
};

/** “Zoë E.”: the given name and the initial of the family name; null when neither was asked. */
export const nameShown = ({
  givenName,
  familyName,
}: {
  givenName: string | null;
  familyName: string | null;
}): string | null =>
  [givenName, familyName && initialOf(familyName)].filter(Boolean).join(' ') || null;
