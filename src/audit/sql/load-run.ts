import { join } from 'node:path';
import {
  asDay,
  asRecipientCode,
  at,
  COMPONENTS,
  csvObjects,
  fingerprintOfText,
  formatDay,
  formatRecipientCode,
  knownDay,
  RATE_CLASS,
} from '../../domain';
import { type Database, readText, type SqlValue } from '../../effects';
import type { RunContents } from '../verify/run-contents';
import { fill, IN_SQL, loadPlan } from './load-plan';

/** Texts of the registers that a run used, as their files stand. */
export interface RegisterTexts {
  readonly kommuner: string;
  readonly fylker: string;
  readonly regions: string;
}

/** Who the persons of a run are: by pseudonym, and by the ids that they had. */
export interface PersonsOfRun {
  readonly idOf: ReadonlyMap<string, number>;
  /** Of a person whom an act of a case names. */
  idOfCase(pseudonym: string): number;
  readonly identities: ReadonlyMap<number, number>;
}

/** Fills the tables of a run: registers, rates and dates, what was posted before, and the lines to compare with. */
export function loadRun(db: Database, run: RunContents, texts: RegisterTexts, persons: PersonsOfRun): void {
  loadRegisters(db, texts);
  const parameters = csvObjects(readText(join(run.folder, 'parameters.csv')));
  fill(
    db,
    'rate',
    parameters
      .filter((row) => row.kind === 'rate')
      .map((row) => [row.key ?? '', Number(row.grant_year), row.rate_class ?? '', Number(row.value)]),
  );
  const assumptions = parameters.filter((row) => row.kind === 'assumption');
  fill(
    db,
    'assumption',
    assumptions.map((row) => [
      row.key ?? '',
      row.key === 'A19' ? endOfChapter6a(row.value ?? '', run) : (row.value ?? ''),
    ]),
  );
  loadActs(db, run, persons);
  fill(
    db,
    'frozen_before',
    run.frozen
      .filter(({ reason }) => reason === 'blocked')
      .map((row) => [
        row.grantYear,
        codeText(row.basisRecipient),
        row.amountNok,
        row.rateClass === RATE_CLASS.low ? 'Grunntilskudd-L' : 'Grunntilskudd-H',
      ]),
  );
  loadPlan(db, run.manifest);
  loadPosted(db, run, persons.idOf);
  loadLines(db, run);
}

/** First day after the last entry under chapter 6A; run folders of format 1 have that day itself. */
function endOfChapter6a(value: string, { manifest }: RunContents): string {
  return manifest.format === 1 ? value : formatDay(asDay(knownDay(value) + 1));
}

function loadRegisters(db: Database, texts: RegisterTexts): void {
  // Oslo is one recipient: fylke 03 is kommune 0301, which stands among the kommuner.
  const fylker = csvObjects(texts.fylker).filter((row) => row.code !== '03');
  fill(
    db,
    'place',
    [...csvObjects(texts.kommuner), ...fylker].map((row) => [
      row.code ?? '',
      row.valid_from ?? '',
      row.valid_to || '9999-12-31',
      row.successors ?? '',
    ]),
  );
  const regions = csvObjects(texts.regions).filter((row) => row.rate_class !== '');
  fill(
    db,
    'region',
    regions.map((row) => [row.country ?? '', row.rate_class ?? '']),
  );
}

function loadPosted(db: Database, run: RunContents, idOf: ReadonlyMap<string, number>): void {
  const rows = Array.from(run.posted).flatMap((row): SqlValue[][] => {
    const component = at(COMPONENTS, row.component);
    const person = row.personRef === '' ? 0 : idOf.get(row.personRef);
    if (!IN_SQL.includes(component) || person === undefined) return [];
    return [[person, row.grantYear, component, codeText(row.basisRecipient), row.amountNok]];
  });
  fill(db, 'posted', rows);
}

/** Acts of cases, persons by the ids that they have now. */
function loadActs(db: Database, run: RunContents, persons: PersonsOfRun): void {
  const personOf = (reference: string): number => {
    const id = persons.idOfCase(reference);
    return persons.identities.get(id) ?? id;
  };
  const orNull = (value: string | number): SqlValue => (value === '' || value === 0 ? null : value);
  const rows = [...run.cases]
    .sort((a, b) => a.order - b.order)
    .map((act): SqlValue[] => {
      const person = act.personRef === '' ? null : personOf(act.personRef);
      const codes = [act.recipient, act.basisRecipient].map((code) => (code === 0 ? null : codeText(code)));
      const isOfPerson = ['adjustment', 'pin_successor'].includes(act.kind);
      return [
        ...[act.order, act.kind, orNull(act.grantYear), orNull(act.component), isOfPerson ? (person ?? 0) : person],
        ...[...codes, act.fromDay, act.toDay, act.amount, act.code],
        ...[act.table === 'decisions' ? 'decision' : act.table, keyOf(act.table, act.key), orNull(act.row)],
      ];
    });
  fill(db, 'act', rows);
}

/** Key of a row as the tables of the register have it. */
function keyOf(table: string, key: string): SqlValue {
  if (table === 'target_group' || table === 'decisions') return fingerprintOfText(key);
  const [code = '', from = ''] = key.split('/');
  return `${code === '03' ? '0301' : code}/${from}`;
}

function loadLines(db: Database, run: RunContents): void {
  const adjustments = new Map<string, number>();
  const rows = Array.from(run.lines).flatMap((line): SqlValue[][] => {
    const component = at(COMPONENTS, line.component);
    if (!IN_SQL.includes(component)) return [];
    const [basis, recipient] = [codeText(line.basisRecipient), codeText(line.recipient)];
    const amounts = [line.cumulativeDueNok, line.previouslyPostedNok, line.amountNok, line.annualAmountNok];
    const key = [line.grantYear, component, line.personId, basis].join('/');
    const nth = line.isAdjustment ? (adjustments.get(key) ?? 0) + 1 : 0;
    if (nth > 0) adjustments.set(key, nth);
    return [[line.line, nth, line.personId, line.grantYear, component, basis, recipient, ...amounts, line.code]];
  });
  fill(db, 'line', rows);
}

function codeText(code: number): string {
  return formatRecipientCode(asRecipientCode(code));
}
