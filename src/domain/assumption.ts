/** Bits by which outcomes and traces say which assumptions decided something: `A<n>` is bit n (rules/data/assumptions.csv). */
export const ASSUMPTION = {
  A1: 1 << 1,
  A2: 1 << 2,
  A3: 1 << 3,
  A4: 1 << 4,
  A5: 1 << 5,
  A6: 1 << 6,
  A7: 1 << 7,
  A8: 1 << 8,
  A9: 1 << 9,
  A10: 1 << 10,
  A11: 1 << 11,
  A12: 1 << 12,
  A13: 1 << 13,
  A14: 1 << 14,
  A15: 1 << 15,
  A16: 1 << 16,
  A17: 1 << 17,
  A18: 1 << 18,
  A19: 1 << 19,
} as const;

/** Bit of the assumption with that id; later ones than those above have theirs the same way, up to A30. */
export function assumptionBit(id: string): number {
  return 1 << Number(id.slice(1));
}

/** Names of the assumptions in a set of bits, in the order of their numbers. */
export function assumptionsIn(bits: number): string[] {
  const ids = Array.from({ length: 30 }, (_, index) => `A${index + 1}`);
  return ids.filter((id) => (bits & assumptionBit(id)) !== 0);
}
