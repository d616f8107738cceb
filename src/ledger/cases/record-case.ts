import {
  asRecipientCode,
  assert,
  type CaseActDetails,
  type CaseActKind,
  type CaseDecision,
  type CaseTable,
  caseActFields,
  EMPTY_CASE_ACT,
  type ErrorDetail,
  errorDetail,
  isClaimAct,
  isKommune,
  isPerKommune,
  isSamePerson,
  NO_PERSON,
  NorsktilskuddError,
  parseDay,
  placeKey,
  standingRow,
} from '../../domain';
import { confirmClaimAct } from '../claims/claim-movements';
import { claimFaults, moveOfConfirmation } from '../claims/claim-play';
import { CLAIMS } from '../claims/tables';
import type { SignedActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import type { OpenLedger } from '../posting-reads';
import { storeMovements } from '../postings/post-rows';
import { isRowText } from '../rows-text';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { rightOf } from './asked-right';
import { detailsHash, detailsText } from './case-details';
import { knownAct, knownCase } from './case-reads';
import type { CaseActInfo, CaseInfo, CaseInput, CaseProposal } from './case-types';
import { CASES } from './tables';

/** What the list of approvers may say of cases themselves. */
const OF_CASE = { act: 'case', step: 'propose', amountNok: 0 } as const;

/** Opens a case. The caller holds the transaction, as of every act here. */
export function openCase(ledger: OpenLedger, input: CaseInput): CaseInfo {
  const { kind, recipient, personId, reference } = input;
  requireTables(ledger, CASES, input);
  assert(isRowText(reference), 'the reference of a case is a short text');
  const { db } = ledger;
  const number = Number(db.prepare('SELECT coalesce(max(case_number), 0) + 1 FROM cases').get()?.[0]);
  const text = detailsText({ personId }, input.salt);
  const content = { case_number: number, kind, recipient, reference, details_hash: detailsHash(text) };
  const journal = writeSignedAct(db, 'open-case', input, content, OF_CASE);
  db.prepare('INSERT INTO cases VALUES (?, ?, ?, ?, ?)').run(number, journal, kind, recipient, reference);
  storeDetails(ledger, journal, text);
  return knownCase(ledger, number);
}

/**
 * Decides a case, by another than the one who opened it.
 *
 * @throws NorsktilskuddError usage LEDGER_CASE_UNKNOWN; refused LEDGER_CASE_REFUSED
 */
export function decideCase(
  ledger: OpenLedger,
  caseNumber: number,
  decision: CaseDecision,
  by: SignedActBy & { readonly reason: string },
): CaseInfo {
  const found = knownCase(ledger, caseNumber);
  const reasons: ErrorDetail[] = [];
  if (found.decided !== undefined) reasons.push(errorDetail('LEDGER_CASE_DECIDED', { caseNumber }));
  if (isSamePerson(by.actor, found.opened.actor)) {
    reasons.push(errorDetail('LEDGER_CASE_OWN_DECISION', { actor: found.opened.actor }));
  }
  refuse(caseNumber, reasons);
  const content = { case_number: caseNumber, decision };
  const journal = writeSignedAct(ledger.db, 'decide-case', by, content, { ...OF_CASE, step: 'confirm' });
  ledger.db.prepare('INSERT INTO case_decisions VALUES (?, ?, ?)').run(caseNumber, journal, decision);
  return knownCase(ledger, caseNumber);
}

/** Closes a case that has been decided and has no open proposal; its acts stand until they are withdrawn. */
export function closeCase(
  ledger: OpenLedger,
  caseNumber: number,
  by: SignedActBy & { readonly reason: string },
): { readonly already: boolean; readonly found: CaseInfo } {
  const found = knownCase(ledger, caseNumber);
  if (found.state === 'closed') return { already: true, found };
  const open = found.acts.filter(({ state }) => state === 'proposed').map(({ act }) => act);
  const reasons: ErrorDetail[] = [];
  if (found.decided === undefined) reasons.push(errorDetail('LEDGER_CASE_UNDECIDED', { caseNumber }));
  if (open.length > 0) reasons.push(errorDetail('LEDGER_CASE_HAS_PROPOSALS', { caseNumber, acts: open.join(', ') }));
  refuse(caseNumber, reasons);
  const journal = writeSignedAct(ledger.db, 'close-case', by, { case_number: caseNumber }, OF_CASE);
  ledger.db.prepare('INSERT INTO case_closings VALUES (?, ?)').run(caseNumber, journal);
  return { already: false, found: knownCase(ledger, caseNumber) };
}

/**
 * Proposes an act of a case; it counts once another has confirmed it.
 *
 * @throws NorsktilskuddError usage LEDGER_CASE_UNKNOWN, LEDGER_CASE_ACT_UNKNOWN; refused LEDGER_CASE_REFUSED
 */
export function proposeCaseAct(ledger: OpenLedger, input: CaseProposal): CaseActInfo {
  const { caseNumber, details } = input;
  const found = knownCase(ledger, caseNumber);
  const reasons = detailFaults(details);
  const isClosed = found.state === 'closed' && details.kind !== 'withdrawal';
  if (isClosed) reasons.push(errorDetail('LEDGER_CASE_CLOSED', { caseNumber }));
  if (details.kind === 'withdrawal') {
    reasons.push(...withdrawalFaults(knownAct(ledger, details.withdraws)), ...sameProposal(found, details.withdraws));
  }
  if (reasons.length === 0) reasons.push(...claimFaults(ledger, details, input.at.slice(0, 10)));
  refuse(caseNumber, reasons);
  const { db } = ledger;
  const act = Number(db.prepare('SELECT coalesce(max(act), 0) + 1 FROM case_acts').get()?.[0]);
  const text = detailsText(details, input.salt);
  const content = { case_act: act, case_number: caseNumber, kind: details.kind, details_hash: detailsHash(text) };
  const journal = writeSignedAct(db, 'propose-act', input, content, rightOf(ledger, details, 'propose'));
  db.prepare('INSERT INTO case_acts VALUES (?, ?, ?, ?)').run(act, journal, caseNumber, details.kind);
  storeDetails(ledger, journal, text);
  return knownAct(ledger, act);
}

/** Confirms an act, by another than the one who proposed it. The same again: "already". */
export function confirmCaseAct(
  ledger: OpenLedger,
  act: number,
  by: SignedActBy,
): { readonly already: boolean; readonly found: CaseActInfo } {
  const found = knownAct(ledger, act);
  if (found.state === 'in_force' && found.confirmed?.actor === by.actor) return { already: true, found };
  const reasons: ErrorDetail[] = [];
  if (found.state !== 'proposed') reasons.push(errorDetail('LEDGER_CASE_ACT_ENDED', { act, state: found.state }));
  if (isSamePerson(by.actor, found.proposed.actor)) {
    reasons.push(errorDetail('LEDGER_CASE_OWN_ACT', { actor: found.proposed.actor }));
  }
  const { details } = found;
  if (details.kind === 'withdrawal') reasons.push(...withdrawalFaults(knownAct(ledger, details.withdraws)));
  if (reasons.length === 0) reasons.push(...claimFaults(ledger, details, by.at.slice(0, 10)));
  refuse(found.caseNumber, reasons);
  const movement = moveOfConfirmation(ledger, found);
  const asked = rightOf(ledger, details, 'confirm');
  if (movement !== undefined) requireTables(ledger, CLAIMS, by);
  const journal =
    movement === undefined
      ? writeSignedAct(ledger.db, 'confirm-act', by, { case_act: act }, asked)
      : writeSignedAct(ledger.db, 'confirm-claim', by, confirmClaimAct(act, movement), asked);
  ledger.db.prepare('INSERT INTO case_confirmations VALUES (?, ?)').run(act, journal);
  if (movement !== undefined) storeMovements(ledger.db, 0, journal, [movement], act);
  return { already: false, found: knownAct(ledger, act) };
}

/** Withdraws an act: a proposal is dropped at once, an act in force by an act of its own that another confirms. */
export function withdrawCaseAct(
  ledger: OpenLedger,
  act: number,
  by: SignedActBy & { readonly reason: string; readonly salt: string },
): CaseActInfo {
  const found = knownAct(ledger, act);
  if (found.state !== 'proposed') {
    const details = { ...EMPTY_CASE_ACT, kind: 'withdrawal' as const, withdraws: act };
    return proposeCaseAct(ledger, { ...by, caseNumber: found.caseNumber, details });
  }
  const journal = writeSignedAct(ledger.db, 'drop-act', by, { case_act: act });
  ledger.db.prepare('INSERT INTO case_drops VALUES (?, ?)').run(act, journal);
  return knownAct(ledger, act);
}

function storeDetails({ db }: OpenLedger, journal: number, text: string): void {
  db.prepare('INSERT INTO case_details VALUES (?, ?, ?)').run(journal, detailsHash(text), text);
}

/** An adjustment that has been posted stands: another with the other sign takes it back. What was deleted is over. */
function withdrawalFaults({ act, caseNumber, state, postedBy, deletedIn }: CaseActInfo): ErrorDetail[] {
  if (deletedIn > 0) return [errorDetail('LEDGER_CASE_DELETED', { act, caseNumber })];
  if (state !== 'in_force') return [errorDetail('LEDGER_CASE_ACT_ENDED', { act, state })];
  return postedBy === '' ? [] : [errorDetail('LEDGER_CASE_ADJUSTMENT_POSTED', { act, runId: postedBy })];
}

/** Two proposals to end one act: only one of them could ever be confirmed. */
function sameProposal({ acts }: CaseInfo, withdraws: number): ErrorDetail[] {
  const same = acts.find(({ state, details }) => state === 'proposed' && details.withdraws === withdraws);
  if (same === undefined) return [];
  const { act, proposed } = same;
  return [errorDetail('LEDGER_CASE_END_PROPOSED', { act, withdraws, actor: proposed.actor })];
}

const PINS_OF_KOMMUNE: readonly CaseActKind[] = ['pin_kommune', 'pin_count'];

/** Fields by the flags in which they are given, where they differ. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  grantYear: 'year',
  personId: 'person',
  basisRecipient: 'basis',
  fromDay: 'from',
  toDay: 'to',
  key: 'row-key',
};

function wordOf(field: string): string {
  return `--${FIELD_WORDS[field] ?? field}`;
}

/** What an act lacks, or says too much, or says wrong. */
function detailFaults(details: CaseActDetails): ErrorDetail[] {
  const { kind, fromDay, toDay, component, personId, basisRecipient, grantYear, recipient, amount, code } = details;
  const { table, key, row } = details;
  const { missing, extra } = caseActFields(details);
  const reasons = [
    ...missing.map((field) => errorDetail('LEDGER_CASE_FIELD_MISSING', { kind, field: wordOf(field) })),
    ...extra.map((field) => errorDetail('LEDGER_CASE_FIELD_EXTRA', { kind, field: wordOf(field) })),
  ];
  const isDay = (day: string): boolean => day === '' || parseDay(day) !== undefined;
  if (!isDay(fromDay) || !isDay(toDay) || (toDay !== '' && toDay < fromDay)) {
    reasons.push(errorDetail('LEDGER_CASE_DAYS', { kind, fromDay, toDay }));
  }
  if (!Number.isSafeInteger(amount) || (kind === 'pin_count' && amount < 0) || !isRowText(code)) {
    reasons.push(errorDetail('LEDGER_CASE_AMOUNT', { kind, amount }));
  }
  if (PINS_OF_KOMMUNE.includes(kind) && recipient > 0 && !isKommune(asRecipientCode(recipient))) {
    reasons.push(errorDetail('LEDGER_CASE_NO_KOMMUNE', { kind }));
  }
  if (kind === 'pin_kommune' && Number(fromDay.slice(0, 4)) > grantYear) {
    reasons.push(errorDetail('LEDGER_CASE_DAY_AFTER_YEAR', { kind, fromDay, year: grantYear }));
  }
  if (key !== '' && !isClaimAct(kind) && !isKey(table, key)) reasons.push(errorDetail('LEDGER_CASE_KEY', { table }));
  if (table !== '' && row !== '' && !isRow(table, row)) reasons.push(errorDetail('LEDGER_CASE_ROW', { table }));
  const isOfNobody = component !== '' && isPerKommune(component);
  const namesPerson = ['adjustment', 'pin_successor'].includes(kind) || basisRecipient > 0;
  if (component !== '' && namesPerson && isOfNobody !== (personId === NO_PERSON)) {
    reasons.push(errorDetail('LEDGER_CASE_PERSON_OF_COMPONENT', { kind, component }));
  }
  const isLine = basisRecipient > 0 || grantYear > 0;
  if (kind === 'block' && isLine && (basisRecipient === 0 || grantYear === 0 || component === '')) {
    reasons.push(errorDetail('LEDGER_CASE_BLOCK_OF_LINE', {}));
  }
  if (kind === 'block' && recipient === 0 && personId === NO_PERSON && component === '') {
    reasons.push(errorDetail('LEDGER_CASE_BLOCK_OF_NOTHING', {}));
  }
  return reasons;
}

/** A key is a text; of tables without ids a code and a first day. */
function isKey(table: CaseTable | '', key: string): boolean {
  return isRowText(key) && (table === 'target_group' || table === 'decisions' || placeKey(key) !== undefined);
}

/** A row as it is written down. */
function isRow(table: CaseTable, row: string): boolean {
  const given = standingRow(table, JSON.parse(row));
  return given.faults === undefined && given.text === row;
}

function refuse(caseNumber: number, reasons: readonly ErrorDetail[]): void {
  if (reasons.length > 0) throw new NorsktilskuddError('refused', 'LEDGER_CASE_REFUSED', { caseNumber }, reasons);
}
