import {
  asRecipientCode,
  at,
  COMPONENTS,
  formatPersonId,
  formatRecipientCode,
  type HoursBasisRow,
  LAWS,
  LINE_REASONS,
  type LineTable,
  NO_RECIPIENT,
  nettingGroupOf,
  RATE_CLASSES,
  type RunResult,
} from '../../src/domain';
import type { OracleFiles } from '../oracle/files';
import type { Posting } from '../oracle/ledger';
import type { OracleCommand } from '../oracle/run';

type Row = readonly (string | number)[];

function recipient(code: number, none = ''): string {
  return code === NO_RECIPIENT ? none : formatRecipientCode(asRecipientCode(code));
}

function person(id: number): string {
  return id === 0 ? '' : formatPersonId(id);
}

function hours(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

/** The engine's result in the rows of the files, in its own order, without headers' run-bound columns. */
export function engineFiles(result: RunResult, command: OracleCommand): OracleFiles {
  const head = [command.year, command.asOf];
  const text = (rows: readonly Row[]): string[] => rows.map((row) => row.join(','));
  const sorted = (rows: readonly Row[]): string[] => text(rows.map((row) => row.map(String)).sort(compareCells));
  return {
    'payout_lines.csv': text(lineRows(result.lines, command.term)),
    'payouts.csv': text(
      result.payouts.map((row) => [
        command.term,
        recipient(row.recipient),
        row.group,
        row.linesTotalNok,
        row.carriedInNok,
        row.paidNok,
        row.carriedOutNok,
      ]),
    ),
    'held.csv': text(
      result.held.map((row) => [
        row.grantYear,
        row.component,
        person(row.personId),
        row.annualAmountNok ?? '',
        row.heldAmountNok ?? '',
        row.reason,
      ]),
    ),
    'sizing.csv': sorted(
      result.sizing.map((row) => [
        ...head,
        recipient(row.recipient, 'HELD'),
        row.component,
        row.yearNumber === 0 ? '' : row.yearNumber,
        row.rateClass === 0 ? '' : at(RATE_CLASSES, row.rateClass - 1),
        row.persons,
        row.days,
        row.rateNok ?? '',
        row.annualAmountNok,
      ]),
    ),
    'hours_basis.csv': sorted(result.hoursBasis.map((row) => [...head, ...hoursBasisRow(row)])),
  };
}

/** Sizing and hours basis are put in order by those who write them; every whole number there has its column's width. */
function compareCells(first: readonly string[], second: readonly string[]): number {
  const index = first.findIndex((cell, place) => cell !== second[place]);
  return index === -1 || (first[index] ?? '') < (second[index] ?? '') ? -1 : 1;
}

function hoursBasisRow(row: HoursBasisRow): Row {
  const total = row.norwegianHundredths + row.socialStudiesHundredths;
  const average = Math.floor((2 * total + row.participants) / (2 * row.participants));
  return [
    recipient(row.kommune, 'ALL'),
    row.law === -1 ? 'all' : at(LAWS, row.law)[0],
    row.yearNumber === -1 ? 'all' : row.yearNumber === 0 ? 'other' : row.yearNumber,
    row.participants,
    hours(row.norwegianHundredths),
    hours(row.socialStudiesHundredths),
    hours(row.absenceHundredths),
    row.participants === 0 ? '' : hours(average),
    row.hoursRows,
    row.hoursRowsOnTime,
    row.starters,
    row.startersWithinThreeMonths,
    row.triggeringWithoutHours,
    row.hoursWithoutDecision,
  ];
}

function lineRows(lines: LineTable, term: number): Row[] {
  return Array.from(lines, (line) => {
    const component = at(COMPONENTS, line.component);
    return [
      line.grantYear,
      term,
      component,
      line.code,
      person(line.personId),
      recipient(line.recipient),
      recipient(line.basisRecipient),
      line.annualAmountNok === -1 ? '' : line.annualAmountNok,
      line.shareNumerator,
      line.shareDenominator,
      line.cumulativeDueNok,
      line.previouslyPostedNok,
      line.amountNok,
      at(LINE_REASONS, line.reason),
      nettingGroupOf(component),
    ];
  });
}

/** Lines as postings of a batch, in their order. */
export function linesAsPostings(lines: LineTable): Posting[] {
  return Array.from(lines, (line) => ({
    grantYear: line.grantYear,
    component: at(COMPONENTS, line.component),
    person: person(line.personId),
    recipient: recipient(line.basisRecipient),
    amount: line.amountNok,
    code: line.code,
    adjusts: line.act || undefined,
  }));
}
