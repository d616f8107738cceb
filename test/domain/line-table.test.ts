import { emptyLine, InvariantError, LineTable } from '../../src/domain';

function tableOf(first: number, count: number, code: string): LineTable {
  const table = new LineTable();
  for (let index = 0; index < count; index += 1)
    table.push({ ...emptyLine(), personId: first + index, code, amountNok: index });
  return table;
}

describe('line table', () => {
  it('gives back what was put in, over more than one chunk and joined from several tables', () => {
    const joined = LineTable.concatenate([tableOf(0, 70_000, 'A'), tableOf(70_000, 0, 'B'), tableOf(70_000, 3, 'C')]);
    expect(joined.length).toBe(70_003);
    const line = emptyLine();
    for (const place of [0, 65_535, 65_536, 69_999, 70_000, 70_002]) {
      joined.read(place, line);
      expect([line.personId, line.code]).toEqual([place, place < 70_000 ? 'A' : 'C']);
    }
    expect(() => joined.read(70_003, line)).toThrow(InvariantError);
  });

  it('iterates in order', () => {
    const joined = LineTable.concatenate([tableOf(0, 2, 'A'), tableOf(2, 2, '')]);
    expect(Array.from(joined, (line) => `${line.personId}${line.code}`)).toEqual(['0A', '1A', '2', '3']);
  });
});

test('addresses in the trace are read across tables, from any place', () => {
  const tables = [0, 3, 0, 1, 4].map((count, table) => {
    const lines = new LineTable();
    for (let index = 0; index < count; index += 1) {
      lines.push({ ...emptyLine(), traceLeaf: table * 100 + index, traceRecord: index });
    }
    return lines;
  });
  const all = LineTable.concatenate(tables);
  const expected = Array.from(all, ({ traceLeaf, traceRecord }) => [traceLeaf, traceRecord]).flat();
  for (let from = 0; from <= all.length; from += 1) {
    const words = new Uint32Array((all.length - from) * 2);
    if (words.length > 0) all.traceAddresses(from, words);
    expect([...words]).toEqual(expected.slice(from * 2));
  }
});
