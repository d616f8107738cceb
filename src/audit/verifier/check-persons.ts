import type { RunContents } from './contents';
import type { Findings } from './findings';
import type { Keys } from './hashes';
import { personOf, type Trace } from './trace-file';

const LINES = 'payout_lines.csv';

/**
 * trace.lines holds the trace_id of every line, and nothing more. Leaves stand in the order of the persons' ids, so one leaf
 * is one person, and a later leaf a higher id; with the key each is held to the pseudonym of its leaf.
 */
export function checkPersons(run: RunContents, trace: Trace, findings: Findings, keys?: Keys): void {
  const leaves = trace.persons.length / 16;
  const personOfLeaf = new Float64Array(leaves);
  const firstLine = new Float64Array(leaves);
  const isWhole = run.lines.length * 8 === trace.lines.byteLength;
  findings.compare('VERIFY_FILE_SIZE', 'trace.lines', run.lines.length * 8, trace.lines.byteLength);
  const differs = (line: number, leaf: number): void =>
    findings.add('VERIFY_PERSON_OF_LEAF', LINES, { line, column: 'person_ref', leaf });
  let place = 0;
  let checked = { person: -1, leaf: -1, isSame: true };
  for (const { line, traceLeaf: leaf, traceRecord, personId, isAdjustment } of run.lines) {
    for (const [word, expected] of isWhole ? [leaf, traceRecord].entries() : []) {
      const [at, found] = [place * 2 + word, trace.lines[place * 2 + word] ?? ''];
      findings.compare('VERIFY_TRACE_WORD', 'trace.lines', expected, found, { byte: at * 4 });
    }
    place += 1;
    if (personId === 0 || leaf >= leaves) continue;
    const known = personOfLeaf[leaf];
    if (!isAdjustment) personOfLeaf[leaf] = personId; // those have leaves of their own, by act
    if (known === 0) firstLine[leaf] = line;
    else if (known !== personId) differs(line, leaf);
    if (!keys) continue;
    if (checked.person !== personId || checked.leaf !== leaf) {
      const isSame = keys.pseudonymOf(String(personId).padStart(12, '0')) === personOf(trace, leaf);
      checked = { person: personId, leaf, isSame };
    }
    if (!checked.isSame) findings.add('VERIFY_PSEUDONYM', LINES, { line, column: 'person_ref', leaf });
  }
  let highest = 0;
  personOfLeaf.forEach((person, leaf) => {
    if (person === 0) return;
    if (person <= highest) differs(firstLine[leaf] ?? 0, leaf);
    highest = person;
  });
}
