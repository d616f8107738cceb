import { knownDay } from '../../domain';
import { nowUtc, pathExists } from '../../effects';
import { withLedger } from '../acts/act';
import { nextTerm } from '../scheme-calendar/next-term';
import { runWords, type TermToRun } from './run-words';
import { type NextStep, signedAs, step } from './step';
import { termOfExtract } from './term-steps';

/** What comes after an extract was looked at or stored: a ledger where there is none, else the run of the term that it is of. */
export function extractStep(
  db: string,
  register: NonNullable<TermToRun['register']>,
  takenAt: string,
): NextStep | undefined {
  const today = nowUtc().slice(0, 10);
  const own = termOfExtract(takenAt) ?? termOfExtract(today);
  if (own === undefined) return undefined;
  if (!pathExists(db)) return step('init', ['init', '--year', String(own.grantYear), ...signedAs('name', false)]);
  return withLedger(db, true, (ledger) => {
    const posted = ledger.batches().filter(({ kind, state }) => kind === 'run' && state === 'posted');
    const last = posted.toSorted((a, b) => a.posting - b.posting).at(-1);
    const term = last === undefined ? own : nextTerm(last, knownDay(today));
    return step('run', runWords(ledger, { ...term, register, supplement: false, excluded: [], as: 'name' }));
  });
}
