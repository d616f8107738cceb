import {
  asRecipientCode,
  at,
  type Finding,
  type FindingCode,
  f64,
  finding,
  formatRecipientCode,
  HELD,
  isProtectedPerson,
  lineInFile,
  type MessageParams,
  NOTE,
  type Outcome,
  type ParamsArguments,
  type PersonView,
  type Settlement,
  type Severity,
  STATUS,
  u16,
  u32,
  unpackCountry,
} from '../domain';
import { permitDateMissing, rowWithoutPermit } from './permit-findings';
import type { ComponentPlan } from './plan';

/** Findings of money that is held or of a fact that looks wrong, for one person, grant year and component (rulebook 9). */
export function reportPerson(
  plan: ComponentPlan,
  person: PersonView,
  outcome: Outcome,
  settlement: Settlement,
  isLastTerm: boolean,
  findings: Finding[],
): void {
  const quiet = outcome.notes === 0 && settlement.wholeHeld === HELD.none && outcome.status !== STATUS.unknownCountry;
  if (quiet && !outcome.stopped.includes(1) && !settlement.differenceHeld.some((reason) => reason !== HELD.none))
    return;
  const personId = personIdOf(person);
  const where = { year: plan.grantYear, component: plan.component };
  if (plan.isCurrentYear) reportFacts(plan, person, outcome, findings);
  if (settlement.wholeHeld === HELD.unknownCountry) {
    const country = unpackCountry(u16(person.block.persons.country, person.personRow));
    findings.push(
      finding(
        'warning',
        'COUNTRY_UNKNOWN',
        { ...personPlace(person, 'country_background'), personId },
        { ...where, country },
      ),
    );
  }
  if (settlement.wholeHeld === HELD.noRecipient) {
    findings.push(
      finding(
        'warning',
        'NO_RECIPIENT',
        { ...rowPlace(person, outcome), personId },
        { ...where, heldNok: settlement.wholeHeldNok },
      ),
    );
  }
  for (let index = 0; index < outcome.recipients.length; index += 1) {
    if (at(outcome.stopped, index) === 0) continue;
    const code = at(outcome.recipients, index);
    findings.push(splitFinding('warning', 'NO_UNIQUE_SUCCESSOR', person, code, where));
  }
  reportHeldDifferences(person, settlement, where, isLastTerm, findings);
}

function reportFacts(plan: ComponentPlan, person: PersonView, outcome: Outcome, findings: Finding[]): void {
  if ((outcome.notes & NOTE.permitDateMissing) !== 0) {
    findings.push(permitDateMissing(plan, person, rowWithoutPermit(plan, person, outcome)));
  }
  if ((outcome.notes & NOTE.emigratedBeforeEntry) !== 0) {
    const place = { ...personPlace(person, 'emigrated_on'), personId: personIdOf(person) };
    const where = { year: plan.grantYear, component: plan.component };
    findings.push(finding('warning', 'EMIGRATED_BEFORE_ENTRY', place, where));
  }
}

function reportHeldDifferences(
  person: PersonView,
  settlement: Settlement,
  where: { year: number; component: string },
  isLastTerm: boolean,
  findings: Finding[],
): void {
  for (let place = 0; place < settlement.differenceHeld.length; place += 1) {
    const reason = at(settlement.differenceHeld, place);
    if (reason === HELD.none || reason === HELD.blocked) continue; // a block is told of as a whole
    const recipient = at(settlement.basisRecipients, place);
    const code = reason === HELD.waitsForHeldCorrection ? 'DIFFERENCE_WAITS' : 'DIFFERENCE_WITHOUT_SUCCESSOR';
    const params = { ...where, differenceNok: at(settlement.differenceNok, place) };
    findings.push(splitFinding(isLastTerm ? 'error' : 'warning', code, person, recipient, params));
  }
}

/** Differences of somebody withheld that are held though a case corrects them; nobody knows whether the address is protected. */
export function reportCorrection(
  { grantYear, component }: ComponentPlan,
  personId: number,
  { differenceHeld, differenceNok }: Settlement,
  isLastTerm: boolean,
  findings: Finding[],
): void {
  for (const [place, reason] of differenceHeld.entries()) {
    if (reason === HELD.none || reason === HELD.blocked) continue;
    const params = { year: grantYear, component, differenceNok: at(differenceNok, place) };
    findings.push(finding(isLastTerm ? 'error' : 'warning', 'CASE_CORRECTION_HELD', { personId }, params));
  }
}

/** The id that the person's counting row was grouped under. */
export function personIdOf(person: PersonView): number {
  return f64(person.block.personIds, person.index);
}

type SplitCode =
  | 'DIFFERENCE_WAITS'
  | 'DIFFERENCE_WITHOUT_SUCCESSOR'
  | 'GRUNNTILSKUDD_CODE_SPLIT'
  | 'NO_UNIQUE_SUCCESSOR';

/**
 * A finding of a person whose place leads to no single recipient. Of a protected person neither the kommune nor that it
 * was split is reported: in some years only one was.
 *
 * @param recipient code that was split
 * @param params what else the text of the code says
 */
export function splitFinding<Code extends SplitCode>(
  severity: Severity,
  code: Code,
  person: PersonView,
  recipient: number,
  ...values: ParamsArguments<Code, 'kommune'>
): Finding;
export function splitFinding(
  severity: Severity,
  code: FindingCode,
  person: PersonView,
  recipient: number,
  params: MessageParams = {},
): Finding {
  const personId = personIdOf(person);
  if (isProtectedPerson(person.block, person.index)) {
    return finding(severity, 'PROTECTED_PLACE_UNSETTLED', { personId });
  }
  const kommune = formatRecipientCode(asRecipientCode(recipient));
  return finding(severity, code, { personId, kommune }, { ...params, kommune });
}

function personPlace(person: PersonView, column: string): { file: string; line: number; column: string } {
  return { file: 'persons', line: u32(person.block.persons.line, person.personRow), column };
}

function rowPlace(person: PersonView, outcome: Outcome): { file: string; line: number } {
  return { file: 'target_group', line: lineInFile(u32(person.block.targetGroup.line, outcome.chosenRow)) };
}
