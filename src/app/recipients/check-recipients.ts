import {
  asDay,
  type Day,
  type ErrorDetail,
  errorDetail,
  FAR_FUTURE,
  FAR_PAST,
  formatDay,
  formatRecipientCode,
  isKommune,
  knownDay,
  type MessageParams,
  NO_PERSON,
  type PlaceRegister,
  type RecipientCode,
} from '../../domain';
import type { RecipientHistoryRow } from '../../ledger';
import type { RecipientRegisterRow, Reject, RejectRule } from '../../register';

/** What rows of an import are held to beside each other. */
export interface Surroundings {
  readonly places: PlaceRegister;
  /** The ledger's register as it is. */
  readonly history: readonly RecipientHistoryRow[];
}

/** A recipient's numbers in the days in which both its row and its kommune hold. */
interface Holding {
  readonly recipient: RecipientCode;
  readonly account: string;
  readonly orgNumber: string;
  readonly from: Day;
  readonly to: Day;
  /** undefined for a row of the register. */
  readonly row: RecipientRegisterRow | undefined;
}

/**
 * Faults of rows that no row shows by itself: periods that overlap, accounts and organisation numbers that two recipients
 * have on the same days, numbers of kommuner that are not in use in any day of the row.
 */
export function crossFaults(
  file: string,
  rows: readonly RecipientRegisterRow[],
  { places, history }: Surroundings,
): Reject[] {
  const holdings = [...rows.map((row) => ofRow(row, places)), ...registered(rows, history, places)];
  return rows.flatMap((row) => {
    const reject = (column: string, rule: RejectRule, params: MessageParams, value = ''): Reject => ({
      ...{ file, line: row.line, column, rule, params, value, personId: NO_PERSON },
    });
    const own = ofRow(row, places);
    const shares = (pick: (one: Holding) => string): string =>
      [
        ...new Set(
          holdings
            .filter((other) => other.recipient !== row.recipient && pick(other) === pick(own) && overlap(other, own))
            .map((other) => formatRecipientCode(other.recipient)),
        ),
      ].join(', ');
    const [account, org] = [shares((one) => one.account), shares((one) => one.orgNumber)];
    const recipient = formatRecipientCode(row.recipient);
    const twin = rows.find(
      (other) =>
        other !== row &&
        other.recipient === row.recipient &&
        other.validFrom <= row.validTo &&
        row.validFrom <= other.validTo,
    );
    return [
      ...outOfUse(row, places).map(({ rule, params }) => reject('recipient_id', rule, params, recipient)),
      ...(row.accountNumber !== '' && account !== ''
        ? [reject('account_number', 'ACCOUNT_SHARED', { others: account })]
        : []),
      ...(row.orgNumber !== '' && org !== '' ? [reject('org_number', 'ORG_NUMBER_SHARED', { others: org })] : []),
      ...(twin ? [reject('valid_from', 'RECIPIENT_ROWS_OVERLAP', { recipient, other: twin.line })] : []),
    ];
  });
}

function ofRow(row: RecipientRegisterRow, places: PlaceRegister): Holding {
  const { recipient, accountNumber: account, orgNumber, validFrom, validTo } = row;
  return { recipient, account, orgNumber, row, ...within(recipient, validFrom, validTo, places) };
}

/** What the register holds, or waits for, of rows that the file does not take the place of. */
function registered(
  rows: readonly RecipientRegisterRow[],
  history: readonly RecipientHistoryRow[],
  places: PlaceRegister,
): Holding[] {
  const newest = new Map<string, RecipientHistoryRow>();
  for (const row of history) {
    if (row.fate === 'waiting' || row.fate === 'confirmed')
      newest.set(`${row.facts.recipient} ${row.facts.validFrom}`, row);
  }
  const replaced = new Set(rows.map(({ recipient, validFrom }) => `${recipient} ${dayText(validFrom)}`));
  return [...newest]
    .filter(([key]) => !replaced.has(key))
    .map(([, { facts }]) => {
      const { recipient, account, orgNumber, validFrom, validTo } = facts;
      const from = validFrom === '' ? FAR_PAST : knownDay(validFrom);
      const to = validTo === '' ? FAR_FUTURE : knownDay(validTo);
      return { recipient, account, orgNumber, row: undefined, ...within(recipient, from, to, places) };
    });
}

function dayText(day: Day): string {
  return day === FAR_PAST ? '' : formatDay(day);
}

function overlap(one: Holding, other: Holding): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** Days of a period in which the number is in use; none (`from` after `to`) where there is no such day. */
function within(recipient: RecipientCode, from: Day, to: Day, places: PlaceRegister): { from: Day; to: Day } {
  const lives = livesOf(recipient, places).filter((life) => life.from <= to && from <= life.to);
  const first = Math.min(...lives.map((life) => life.from));
  const last = Math.max(...lives.map((life) => life.to));
  return lives.length === 0
    ? { from: FAR_FUTURE, to: FAR_PAST }
    : { from: asDay(Math.max(from, first)), to: asDay(Math.min(to, last)) };
}

/** First and last days of the periods of a number. */
function livesOf(recipient: RecipientCode, { places }: PlaceRegister): { readonly from: Day; readonly to: Day }[] {
  return places
    .filter(({ code }) => code === recipient)
    .map(({ validFrom, validTo }) => ({
      from: validFrom,
      to: validTo === FAR_FUTURE ? FAR_FUTURE : asDay(validTo - 1),
    }));
}

interface OutOfUse {
  readonly rule: 'RECIPIENT_ENDED' | 'RECIPIENT_NOT_BEGUN';
  readonly params: MessageParams;
}

function outOfUse({ recipient, validFrom, validTo }: RecipientRegisterRow, places: PlaceRegister): OutOfUse[] {
  const lives = livesOf(recipient, places);
  if (lives.some((life) => life.from <= validTo && validFrom <= life.to)) return [];
  const name = formatRecipientCode(recipient);
  const last = Math.max(...lives.map((life) => life.to));
  if (last < validFrom) {
    return [{ rule: 'RECIPIENT_ENDED', params: { recipient: name, ended: formatDay(asDay(last)) } }];
  }
  const begins = formatDay(asDay(Math.min(...lives.filter((life) => life.from > validTo).map((life) => life.from))));
  return [{ rule: 'RECIPIENT_NOT_BEGUN', params: { recipient: name, begins } }];
}

/** The usual legal name of a recipient with a short one. */
function fullNameOf({ recipient, name }: RecipientRegisterRow): string {
  return `${name} ${isKommune(recipient) ? 'kommune' : 'fylkeskommune'}`;
}

/**
 * What the one who proposes should look at, though it can be taken: no account, a short name, another organisation number
 * than the register of kommuner has, a kommune that has ended or will.
 */
export function recipientNotices(
  file: string,
  rows: readonly RecipientRegisterRow[],
  places: PlaceRegister,
  today: Day,
): ErrorDetail[] {
  return rows.flatMap((row) => {
    const recipient = formatRecipientCode(row.recipient);
    const at = (column: string): { file: string; line: number; column: string; recipient: string } => ({
      ...{ file, line: row.line, column, recipient },
    });
    const official = places.orgNumber(row.recipient);
    const { to } = within(row.recipient, row.validFrom, row.validTo, places);
    const isShort = places.places.some(({ code, name }) => code === row.recipient && name === row.name);
    return [
      ...(row.accountNumber === '' ? [errorDetail('RECIPIENT_NO_ACCOUNT_YET', at('account_number'))] : []),
      ...(isShort
        ? [errorDetail('RECIPIENT_NAME_SHORT', { ...at('name'), name: row.name, fullName: fullNameOf(row) })]
        : []),
      ...(row.orgNumber !== '' && official !== '' && official !== row.orgNumber
        ? [errorDetail('RECIPIENT_ORG_NUMBER_OTHER', { ...at('org_number'), official })]
        : []),
      ...(to < today && to < row.validTo
        ? [errorDetail('RECIPIENT_HAS_ENDED', { ...at('recipient_id'), ended: formatDay(to) })]
        : []),
    ];
  });
}
