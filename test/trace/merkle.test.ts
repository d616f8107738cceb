import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { leadsToRoot, rootOf } from '../../src/audit/verifier/merkle';
import { entryHash, type InclusionProof, treePath, treeRoot } from '../../src/trace/merkle-proof';

/** The definition of RFC 6962, 2.1, word for word. */
function definedRoot(entries: readonly Buffer[]): Buffer {
  const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (entries.length === 0) return sha256();
  if (entries.length === 1) return sha256(Buffer.of(0), ...entries);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(Buffer.of(1), definedRoot(entries.slice(0, split)), definedRoot(entries.slice(split)));
}

const entriesOf = (size: number): Buffer[] => Array.from({ length: size }, (_, index) => Buffer.from(`entry ${index}`));

/** The verifier's way from an entry to the root. */
function checkInclusion(data: Buffer, { index, size, path }: InclusionProof, root: Buffer): boolean {
  return leadsToRoot(data, index, size, path, root.toString('hex'));
}

function proofOf(entries: readonly Buffer[], index: number): InclusionProof {
  return { index, size: entries.length, path: treePath(entries.map(entryHash), index) };
}

describe('the tree', () => {
  test('of any size has the root that RFC 6962 defines', () => {
    for (let size = 0; size <= 70; size += 1) {
      const [entries, hashes] = [entriesOf(size), entriesOf(size).map(entryHash)];
      expect(rootOf(hashes)).toEqual(definedRoot(entries));
      if (size > 0) expect(treeRoot(hashes)).toEqual(definedRoot(entries));
    }
  });

  test.each([1023, 1024, 1025, 2047, 2048, 3000, 5121])('of %i entries follows from its subtrees of 1024', (size) => {
    const entries = entriesOf(size);
    const hashes = entries.map(entryHash);
    const roots = Array.from({ length: Math.ceil(size / 1024) }, (_, index) =>
      rootOf(hashes.slice(index * 1024, (index + 1) * 1024)),
    );
    expect(rootOf(roots)).toEqual(definedRoot(entries));
    expect(roots[0]).toEqual(definedRoot(entries.slice(0, 1024)));
  });
});

describe('a proof', () => {
  const place = fc
    .integer({ min: 1, max: 40 })
    .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }) }));

  test('leads from every entry to the root', () => {
    fc.assert(
      fc.property(place, ({ size, index }) => {
        const entries = entriesOf(size);
        expect(checkInclusion(entries[index] ?? Buffer.of(), proofOf(entries, index), definedRoot(entries))).toBe(true);
      }),
    );
  });

  test('breaks with any bit of the entry, of the path or of the root', () => {
    fc.assert(
      fc.property(
        place,
        fc.nat(),
        fc.nat({ max: 7 }),
        fc.constantFrom('data', 'path', 'root'),
        ({ size, index }, where, bit, what) => {
          const entries = entriesOf(size);
          const data = Buffer.from(entries[index] ?? '');
          const proof = proofOf(entries, index);
          const path = proof.path.map((hash) => Buffer.from(hash));
          const root = definedRoot(entries);
          const target = what === 'data' ? data : what === 'root' ? root : path[where % Math.max(path.length, 1)];
          if (!target) return;
          target[where % target.length] = (target[where % target.length] ?? 0) ^ (1 << bit);
          expect(checkInclusion(data, { ...proof, path }, root)).toBe(false);
        },
      ),
    );
  });

  test('holds for no other place, and for no other size that changes its way', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: -2, max: 45 }), ({ size, index }, other) => {
        const entries = entriesOf(size);
        const data = entries[index] ?? Buffer.of();
        const proof = proofOf(entries, index);
        if (other !== index) expect(checkInclusion(data, { ...proof, index: other }, definedRoot(entries))).toBe(false);
        expect(checkInclusion(data, { ...proof, path: [...proof.path, Buffer.alloc(32)] }, definedRoot(entries))).toBe(
          false,
        );
        if (size > 1)
          expect(checkInclusion(data, { ...proof, path: proof.path.slice(1) }, definedRoot(entries))).toBe(false);
      }),
    );
  });

  test('of an inner node posing as an entry is refused', () => {
    const entries = entriesOf(4);
    const [a, b, c, d] = entries.map(entryHash);
    if (!a || !b || !c || !d) throw new Error('four entries');
    const right = createHash('sha256')
      .update(Buffer.concat([Buffer.of(1), c, d]))
      .digest();
    const posing = Buffer.concat([a, b]);
    expect(checkInclusion(posing, { index: 0, size: 2, path: [right] }, definedRoot(entries))).toBe(false);
  });
});
