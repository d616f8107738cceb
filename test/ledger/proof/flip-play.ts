import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownDay, NorsktilskuddError } from '../../../src/domain';
import { type Ledger, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { approvalOf, type DraftSketch, draftOf, KARI, type LineSketch, postRun } from '../support';

const folder = temporaryFolder();
const RECIPIENTS = ['0301', '1103', '1507', '4601', '5001'];
const PERSONS = 120;

/** Lines of a term: everybody's due grows term by term, and some have less than they were given. */
function linesOf(term: number): LineSketch[] {
  const lines: LineSketch[] = [];
  for (let index = 0; index < PERSONS; index += 1) {
    const recipient = RECIPIENTS[index % RECIPIENTS.length] ?? '0301';
    const sign = index % 11 === 0 && term > 1 ? -1 : 1;
    const posted = (term - 1) * 1000;
    if (index % 11 === 0 && term > 2) continue;
    const person = 201800000001 + index * 7;
    lines.push({ recipient, person, posted, due: posted + sign * 1000, annual: 31_900, payoutCode: `P-AR${term}-H` });
  }
  return lines;
}

const sketch = (term: number): DraftSketch => ({ term, lines: linesOf(term) });

/** A ledger of an opening and three posted terms with corrections, the fourth drafted. */
export function makeThreeTerms(path: string): void {
  const ledger = openLedger(path, { create: { rehearsal: true, by: KARI } });
  for (const term of [1, 2, 3]) postRun(ledger, sketch(term));
  ledger.recordDraft(draftOf(ledger, sketch(4)));
  ledger.close();
}

const original = join(folder, 'three-terms.db');
makeThreeTerms(original);
const bytes = readFileSync(original);
/** Bits of the ledger. */
export const BITS = bytes.length * 8;

/** All that a run of the next term reads of the ledger. */
function readByRun(ledger: Ledger): string {
  const plan = ledger.planRun({ grantYear: 2018, term: 4, asOf: knownDay('2018-12-31'), supplement: false });
  const { balances, coverage, openingCoverage, entries } = ledger.postedState();
  const posted = [...entries([2017, 2018], new Map())].map((entry) => Object.values(entry).join(' '));
  return JSON.stringify([plan, balances, coverage, openingCoverage, posted]);
}

/** Approves the draft; returns the head, which depends on every krone that was posted. */
function approved(ledger: Ledger): string {
  const [draft] = ledger.drafts();
  if (draft === undefined) return 'no draft';
  return ledger.approve(draft.runId, approvalOf(draft)).batch.headAfter;
}

function inLedger(path: string, work: (ledger: Ledger) => string): string {
  try {
    const ledger = openLedger(path);
    try {
      return work(ledger);
    } finally {
      ledger.close();
    }
  } catch (cause) {
    if (cause instanceof NorsktilskuddError && cause.exitCode >= 5) return `exit ${cause.exitCode}`;
    return `${String(cause)}\n${cause instanceof Error ? cause.stack : ''}`;
  }
}

/** Writes the ledger with some bits turned over; none for the ledger as it was made. */
export function flipped(...bits: readonly number[]): string {
  const path = join(folder, 'flipped.db');
  const copy = Buffer.from(bytes);
  for (const bit of bits) copy[Math.floor(bit / 8)] = (copy[Math.floor(bit / 8)] ?? 0) ^ (1 << (bit % 8));
  writeFileSync(path, copy);
  rmSync(`${path}.d`, { recursive: true, force: true });
  return path;
}

const right = { run: inLedger(flipped(), readByRun), approve: inLedger(flipped(), approved) };

/** What came of a run and of an approval: `right` for the very same figures, else how they ended. */
export function playFlipped(bit: number): { readonly run: string; readonly approve: string } {
  const run = inLedger(flipped(bit), readByRun);
  const approve = inLedger(flipped(bit), approved);
  return { run: run === right.run ? 'right' : run, approve: approve === right.approve ? 'right' : approve };
}

/** What a bit may lead to. */
export function isSafe({ run, approve }: ReturnType<typeof playFlipped>): boolean {
  const ends = ['right', 'exit 5', 'exit 6'];
  return ends.includes(run) && ends.includes(approve);
}
