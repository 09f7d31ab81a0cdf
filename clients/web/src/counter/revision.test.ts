import { aCounter } from './counter.fixture';
import { passesAt, revisionGate } from './revision';

const at = (revision: number | null) => aCounter({ revision });

/** An element, as far as it bears attributes. */
const elementWith = (revision: string | null): Element => {
  const attributes = new Map(revision === null ? [] : [['revision', revision]]);
  return {
    getAttribute: (name: string) => attributes.get(name) ?? null,
    setAttribute: (name: string, value: string) => void attributes.set(name, value),
  } as unknown as Element;
};

const GATES: [string, () => (revision: number | null) => boolean][] = [
  [
    'told',
    () => {
      const passes = revisionGate();
      return (revision) => passes(at(revision));
    },
  ],
  [
    'shown',
    () => {
      const element = elementWith(null);
      return (revision) => passesAt(element, at(revision));
    },
  ],
];

describe.each(GATES)('A number that is %s', (_how, gate) => {
  it('never goes back', () => {
    const passes = gate();
    expect([1, 3, 2, 3, 4].map(passes)).toEqual([true, true, false, true, true]);
  });

  it('is hidden when an editor says so, and nothing older comes after that', () => {
    const passes = gate();
    expect([3, null, 2, 3].map(passes)).toEqual([true, true, false, true]);
  });
});

describe('A number that a server has written', () => {
  it('is not replaced by an older one', () => {
    const element = elementWith('17');
    expect([passesAt(element, at(16)), passesAt(element, at(17))]).toEqual([false, true]);
  });
});
