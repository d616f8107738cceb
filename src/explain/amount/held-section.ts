import { assert, HELD } from '../../domain';
import { blocksOf } from '../../engine';
import type { ExplainCode, ExplainParams } from '../../messages';
import type { Section, Source, Step } from '../../report';
import type { TracePart } from '../../trace';
import { placeText } from '../register/subject';
import { step } from '../steps/step';
import type { SettlementInput } from './line-section';

/** What is held and why (rulebook 9). */
export function heldSection(input: SettlementInput): Section {
  const { record, subject, year, id, module } = input;
  const rule: Source[] = [{ kind: 'rule', module: module.id, paragraph: 'rulebook 9' }];
  const steps: Step[] = [];
  if (record.wholeHeld === HELD.noRecipient) {
    steps.push(step(`${id}/held`, 'HELD_NO_RECIPIENT', { heldNok: record.wholeHeldNok }, rule));
  }
  if (record.wholeHeld === HELD.unknownCountry) steps.push(step(`${id}/held`, 'HELD_UNKNOWN_COUNTRY', {}, rule));
  // Of a protected person a split is not told: in some years only one kommune was split.
  const open = (code: ExplainCode): ExplainCode => (subject.isProtected ? 'HELD_PROTECTED' : code);
  const reported = (params: ExplainParams): ExplainParams => (subject.isProtected ? {} : params);
  for (const [index, part] of record.parts.entries()) {
    const place = placeText(subject, part.basisRecipient, year.lastDay);
    const partId = `${id}/held/${index + 1}`;
    if (part.heldDueNok !== 0) {
      steps.push(step(partId, open('HELD_NO_UNIQUE_SUCCESSOR'), reported({ heldNok: part.heldDueNok, place }), rule));
    }
    if (part.held === HELD.none) continue;
    const heldNok = part.dueNok - part.postedNok;
    if (part.held === HELD.blocked) {
      steps.push(blockedStep(input, partId, part));
      continue;
    }
    const code = part.held === HELD.waitsForHeldCorrection ? 'HELD_WAITS' : 'HELD_DIFFERENCE';
    steps.push(step(partId, open(code), reported({ heldNok, place }), rule));
  }
  return { id: `${id}/held`, title: 'SECTION_HELD', steps };
}

/** A difference that a case blocks. */
function blockedStep(input: SettlementInput, id: string, part: TracePart): Step {
  const { subject, record, year, personId, module } = input;
  const { context } = subject;
  const { grantYear, component } = record;
  const blocks = blocksOf({ ...context, identities: context.snapshot.identities });
  const act = blocks.actOf({ grantYear, component, personId }, part.basisRecipient, part.recipient);
  assert(act !== undefined, 'a difference is blocked under a case');
  const place = placeText(subject, part.basisRecipient, year.lastDay);
  const { caseNumber, act: number, toDay } = act;
  const params = { heldNok: part.dueNok - part.postedNok, place, caseNumber, act: number, toDay };
  const rule: Source[] = [{ kind: 'rule', module: module.id, paragraph: 'rulebook 9a' }];
  if (subject.isProtected) return step(id, 'HELD_BLOCKED_PROTECTED', { caseNumber, act: number, toDay }, rule);
  return step(id, 'HELD_BLOCKED', params, rule);
}
