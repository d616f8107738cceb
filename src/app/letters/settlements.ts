import { assert, COMPONENTS } from '../../domain';
import type { PayoutCsvRow } from '../../explain';
import type { AmountRow, PersonRow } from '../../report';
import type { LetterLine } from './letter-lines';

/** Lines of a recipient in a netting group, with what they come to. */
export interface GroupSettlement {
  readonly payout: PayoutCsvRow;
  readonly cells: readonly AmountCell[];
}

/** Lines of one code, grant year, cause and case. */
export interface AmountCell {
  readonly row: AmountRow & { readonly amountNok: number };
  readonly persons: ReadonlySet<string>;
}

/** What a recipient gets, exact, and whose it is. */
export interface Settlement {
  readonly recipientId: string;
  readonly groups: readonly GroupSettlement[];
  readonly lines: readonly LetterLine[];
}

/**
 * Lines and payouts of a run by recipient: everybody who has a payment, a correction or a balance. Each group adds up to its
 * row of payouts.csv, to the krone, or the program stops.
 */
export function settlementsOf(lines: readonly LetterLine[], payouts: readonly PayoutCsvRow[]): Settlement[] {
  const byGroup = grouped(lines, ({ recipientId, group }) => `${recipientId} ${group}`);
  const rows = grouped(payouts, ({ recipientId }) => recipientId);
  assert(
    [...byGroup.keys()].every((key) => payouts.some(({ recipientId, group }) => key === `${recipientId} ${group}`)),
    'lines of a recipient and group stand in payouts.csv',
  );
  return [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([recipientId, own]) => {
      const groups = own.map((payout): GroupSettlement => {
        const cells = cellsOf(byGroup.get(`${recipientId} ${payout.group}`) ?? []);
        const sumNok = cells.reduce((sum, { row }) => sum + row.amountNok, 0);
        assert(sumNok === payout.linesNok, `letters of ${recipientId} add up to payouts.csv`);
        assert(
          payout.paidNok + payout.carriedOutNok === payout.linesNok + payout.carriedInNok,
          `the balance of ${recipientId} is carried on`,
        );
        return { payout, cells };
      });
      const mine = groups.flatMap(({ payout }) => byGroup.get(`${recipientId} ${payout.group}`) ?? []);
      const isEmpty =
        mine.length === 0 &&
        own.every(
          ({ paidNok, carriedInNok, carriedOutNok }) => paidNok === 0 && carriedInNok === 0 && carriedOutNok === 0,
        );
      return isEmpty ? [] : [{ recipientId, groups, lines: mine }];
    });
}

/** What is paid to some recipients. */
export function paidTo(settlements: readonly Settlement[]): number {
  return settlements.flatMap(({ groups }) => groups).reduce((sum, { payout }) => sum + payout.paidNok, 0);
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(key(row)) ?? [];
    groups.set(key(row), own);
    own.push(row);
  }
  return groups;
}

function cellsOf(lines: readonly LetterLine[]): AmountCell[] {
  const keyOf = ({ component, grantYear, code, kind, cause, caseNumber }: LetterLine): string =>
    [String(COMPONENTS.indexOf(component)).padStart(2, '0'), grantYear, code, kind, cause, caseNumber].join('|');
  return [...grouped(lines, keyOf)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, own]): AmountCell => {
      const [first] = own;
      assert(first !== undefined, 'a cell has a line');
      const persons = new Set(own.flatMap(({ person }) => (person === '' ? [] : [person])));
      const rates = new Set(own.map(({ annualNok }) => annualNok));
      const { component, grantYear, code, kind: reason, cause, caseNumber } = first;
      const amountNok = own.reduce((sum, line) => sum + line.amountNok, 0);
      const rateNok = rates.size === 1 ? (first.annualNok ?? undefined) : undefined;
      return {
        row: { component, grantYear, code, reason, cause, caseNumber, persons: persons.size, rateNok, amountNok },
        persons,
      };
    });
}

/** Lines of persons by their numbers, and those who stay unnamed as number and sum. */
export function personsOf({ lines }: Settlement): {
  readonly persons: readonly PersonRow[];
  readonly protectedPersons: number;
  readonly protectedNok: number;
} {
  const ofPersons = lines.filter(({ person }) => person !== '');
  const unnamed = ofPersons.filter(({ duf }) => duf === '');
  const persons = ofPersons
    .filter(({ duf }) => duf !== '')
    .map(({ duf, component, grantYear, code, kind: reason, cause, caseNumber, amountNok }) => ({
      ...{ duf, component, grantYear, code, reason, cause, caseNumber, amountNok },
    }));
  const order = (row: PersonRow): string => [row.duf, row.grantYear, row.component, row.reason].join(' ');
  return {
    persons: persons.sort((one, other) => (order(one) < order(other) ? -1 : 1)),
    protectedPersons: new Set(unnamed.map(({ person }) => person)).size,
    protectedNok: unnamed.reduce((sum, { amountNok }) => sum + amountNok, 0),
  };
}
