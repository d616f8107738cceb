import { type CaseAct, type GrantYearContext, HELD } from '../../domain';
import { actsOfRun, cutOffDate, PinnedSuccessors } from '../../engine';
import type { CountedPosting } from '../../ledger';
import type { Section, Source, Step } from '../../report';
import type { TracePart } from '../../trace';
import { placeText, type Subject } from '../register/subject';
import { step } from '../steps/step';

/** What the sections on postings, lines and held amounts read of a chapter: that of a person, or of a kommune. */
export interface SettlementInput {
  readonly subject: Pick<Subject, 'context' | 'isProtected'>;
  /** NO_PERSON for a kommune. */
  readonly personId: number;
  readonly record: {
    readonly grantYear: number;
    readonly component: number;
    readonly parts: readonly TracePart[];
    readonly wholeHeld: number;
    readonly wholeHeldNok: number;
  };
  readonly year: Pick<GrantYearContext, 'firstDay' | 'lastDay'>;
  readonly posted: readonly CountedPosting[];
  readonly id: string;
  readonly module: { readonly id: string };
  /** Step that says what is due; empty where nothing is triggered. */
  readonly dueStep: string;
}

/** What was posted before, batch by batch. */
export function postedSection(input: SettlementInput): Section {
  const { posted, subject, year, id } = input;
  const steps = posted.map((posting): Step => {
    const place = placeText(subject, posting.basisRecipient, year.lastDay);
    const params = { runId: posting.runId, term: posting.term, amountNok: posting.amountNok, place };
    const source: Source = { kind: 'posting', run: posting.runId, line: posting.line };
    return step(
      `${id}/posted/${posting.runId}-${posting.line}`,
      posting.kind === 'opening' ? 'POSTED_OPENING' : 'POSTED',
      params,
      [source],
    );
  });
  const none = input.record.parts.length > 0 ? [step(`${id}/posted`, 'POSTED_NONE')] : [];
  return { id: `${id}/posted`, title: 'SECTION_POSTED', steps: steps.length > 0 ? steps : none };
}

/** The lines: due less posted, one for each recipient with a difference. */
export function lineSection(input: SettlementInput): Section {
  const steps = input.record.parts.flatMap((part, index) => partSteps(input, part, index + 1));
  return { id: `${input.id}/lines`, title: 'SECTION_LINES', steps };
}

/** The act by which a case names the recipient where the number of the basis recipient was split. */
function successorOf(
  { subject, personId, record }: SettlementInput,
  { basisRecipient }: TracePart,
): CaseAct | undefined {
  const { cases, snapshot, rules, request } = subject.context;
  const acts = actsOfRun({ cases, identities: snapshot.identities });
  const cutOff = rules.places.translationTo(cutOffDate(request.grantYear, request.term));
  const stopped = cutOff.target[basisRecipient] ?? basisRecipient;
  if (cutOff.stopped[basisRecipient] !== 1) return undefined;
  return new PinnedSuccessors(acts).actOf(record.grantYear, record.component, personId, stopped);
}

function partSteps(input: SettlementInput, part: TracePart, number: number): Step[] {
  const { subject, year, id, dueStep } = input;
  if (part.held !== HELD.none) return [];
  if (part.heldDueNok !== 0 && part.dueNok === 0 && part.postedNok === 0) return [];
  const { dueNok, postedNok } = part;
  const amountNok = dueNok - postedNok;
  const place = placeText(subject, part.basisRecipient, year.lastDay);
  const sources: Source[] = [
    ...(dueStep === '' ? [] : [{ kind: 'step', step: dueStep } as const]),
    { kind: 'step', step: `${id}/posted` },
  ];
  const code = amountNok === 0 ? 'LINE_NONE' : postedNok === 0 ? 'LINE_FROM_ZERO' : 'LINE';
  const made = step(`${id}/line/${number}`, code, { place, dueNok, postedNok, amountNok }, sources);
  if (part.recipient === part.basisRecipient || amountNok === 0) return [made];
  const { grantYear, term } = subject.context.request;
  const toPlace = placeText(subject, part.recipient, cutOffDate(grantYear, term));
  const named = successorOf(input, part);
  if (named !== undefined) {
    const { caseNumber, act } = named;
    const code = subject.isProtected ? 'LINE_SUCCESSOR_PROTECTED' : 'LINE_SUCCESSOR';
    const source = { kind: 'case', case: caseNumber, act } as const;
    return [made, step(`${id}/line/${number}/recipient`, code, { toPlace, fromPlace: place, caseNumber }, [source])];
  }
  const moved = subject.isProtected ? 'LINE_RECIPIENT_PROTECTED' : 'LINE_RECIPIENT';
  return [made, step(`${id}/line/${number}/recipient`, moved, { toPlace, fromPlace: place })];
}
