import {
  asRecipientCode,
  type Component,
  formatPersonId,
  formatRecipientCode,
  isProtectedPerson,
  NO_PERSON,
} from '../../domain';
import type { LedgerLine } from '../../ledger';
import type { Step } from '../../report';
import { explanationOfLine } from '../explain/execute-explain';
import type { OpenRun } from '../explain/open-run-context';

/** A line of a run as letters tell it. */
export interface LetterLine {
  readonly recipientId: string;
  readonly component: Component;
  readonly grantYear: number;
  readonly group: string;
  readonly code: string;
  readonly kind: LedgerLine['kind'];
  readonly annualNok: number | null;
  readonly amountNok: number;
  /** Whose it is; empty for a line of no person. Somebody deleted from the ledger stays somebody. */
  readonly person: string;
  /** Twelve digits; empty for no person, one with a protected address, and one of whom nobody knows. */
  readonly duf: string;
  /** Why a correction was made; empty for what is none. */
  readonly cause: string;
  /** Case that decided it, 0 for none. */
  readonly caseNumber: number;
}

/** Every line of a run, with the cause of each correction as `explain` finds it. */
export function letterLines(context: OpenRun): LetterLine[] {
  const caseOf = new Map(context.cases.map(({ act, caseNumber }) => [act, caseNumber]));
  const isProtected = new Map<number, boolean>();
  return [...context.ledger.linesOf(context.batch.runId)].map((line): LetterLine => {
    const { personId, kind } = line;
    const why = kind === 'correction' || kind === 'arrears' ? causeOf(context, line) : { cause: '', caseNumber: 0 };
    return {
      recipientId: formatRecipientCode(asRecipientCode(line.recipient)),
      component: line.component,
      grantYear: line.grantYear,
      group: line.group,
      code: line.code,
      kind,
      annualNok: line.annualAmountNok,
      amountNok: line.amountNok,
      person: personId === NO_PERSON ? '' : personId === null ? `deleted ${line.line}` : formatPersonId(personId),
      duf:
        personId === NO_PERSON || personId === null || isHidden(context, personId, isProtected)
          ? ''
          : formatPersonId(personId),
      cause: why.cause,
      caseNumber: kind === 'adjustment' ? (caseOf.get(line.act) ?? 0) : why.caseNumber,
    };
  });
}

/** A protected address, or nobody knows: such a person is told of by number and sum alone. */
function isHidden({ snapshot, protection }: OpenRun, personId: number, known: Map<number, boolean>): boolean {
  const before = known.get(personId);
  if (before !== undefined) return before;
  const place = snapshot.blockOf(personId);
  const hidden =
    place === undefined || isProtectedPerson(place.block, place.index) || protection.of([personId]) !== false;
  known.set(personId, hidden);
  return hidden;
}

/** What a step of a cause says, from the weightiest to the least. None of it names a place. */
const CAUSES: readonly (readonly [cause: string, codes: RegExp])[] = [
  ['case', /^CAUSE_CASE/],
  ['rate', /^CAUSE_RATE$/],
  ['kommune', /^CAUSE_TRANSLATION$/],
  ['removed', /^CAUSE_(VANISHED|HIDDEN)/],
  ['registered', /^CAUSE_(APPEARED|VISIBLE|THEN_|JOINED|PARTED|OTHER_COUNTS)/],
  ['changed', /^CAUSE_(CHANGED|TEACHING_HOURS|PARTICIPANT_HOURS)/],
  ['rules', /^CAUSE_(MODULE|RULES)/],
  ['term', /^CAUSE_(TERM|HOURS_)/],
];

/** The cause of a correction and its case, by the explanation of its line. */
function causeOf(
  context: OpenRun,
  { runId, line, grantYear, component }: LedgerLine,
): Pick<LetterLine, 'cause' | 'caseNumber'> {
  const said: Step[] = [];
  const look = (step: Step): void => {
    if (step.code === 'CAUSE_NO_BEARING') return;
    said.push(step);
    step.steps.forEach(look);
  };
  for (const { id, sections } of explanationOfLine(context, `${runId}-${line}`).chapters) {
    if (!id.startsWith(`${grantYear}/${component}@`)) continue;
    for (const { title, steps } of sections) if (title === 'SECTION_CAUSE') steps.forEach(look);
  }
  const [cause = 'other'] = CAUSES.find(([, codes]) => said.some(({ code }) => codes.test(code))) ?? [];
  const number = said.find(({ code }) => code.startsWith('CAUSE_CASE'))?.params.caseNumber;
  return { cause, caseNumber: cause === 'case' ? Number(number ?? 0) : 0 };
}
