import { parse } from 'csv-parse/sync';
import { readManifest, readSealedText } from '../../audit';
import { asRecipientCode, COMPONENTS, formatRecipientCode } from '../../domain';
import type { BatchInfo, Ledger } from '../../ledger';

/** Something that the next year starts from otherwise than this one ended. Whole kroner. */
export interface OpeningDifference {
  /** `1507 persontilskudd` of a balance, `2018 persontilskudd` of postings. */
  readonly what: string;
  readonly closingNok: number;
  readonly openingNok: number;
}

/** How the first run of the next year starts, beside how this one ended. */
export interface OpeningCheck {
  /** Empty where no later run has been posted. */
  readonly runId: string;
  readonly carriedNok: number;
  readonly openingCarriedNok: number;
  readonly postedNok: number;
  readonly openingPostedNok: number;
  readonly differences: readonly OpeningDifference[];
}

type Sums = ReadonlyMap<string, number>;

/**
 * Holds the sealed state that the first run of the next year started from to what the last batch of the year left: every
 * balance, claims counted as carried, and what is posted for the grant year.
 */
export function checkOpening(
  ledger: Ledger,
  year: number,
  close: BatchInfo,
  next: BatchInfo | undefined,
): OpeningCheck {
  const carried = sumsOf(
    ledger
      .postedState(close.headAfter, 0)
      .balances.map(({ recipient, group, balanceNok }) => [`${codeText(recipient)} ${group}`, balanceNok]),
  );
  const posted = sumsOf(
    COMPONENTS.map((component) => [`${year} ${component}`, ledger.postedSum(close.headAfter, year, component)]),
  );
  if (next === undefined) {
    const sums = { carriedNok: total(carried), postedNok: total(posted) };
    return { runId: '', ...sums, openingCarriedNok: 0, openingPostedNok: 0, differences: [] };
  }
  const opening = openingOf(next, year);
  const isRead = (what: string): boolean => opening.computed.has(what) || opening.posted.has(what);
  const wanted = new Map([...posted].filter(([what]) => isRead(what)));
  return {
    runId: next.runId,
    carriedNok: total(carried),
    openingCarriedNok: total(opening.carried),
    postedNok: total(wanted),
    openingPostedNok: total(opening.posted),
    differences: [...differencesOf(carried, opening.carried), ...differencesOf(wanted, opening.posted)],
  };
}

/** The sealed state of a run's folder: balances with claims counted as carried, and postings of a grant year by component. */
function openingOf(next: BatchInfo, year: number): { carried: Sums; posted: Sums; computed: ReadonlySet<string> } {
  const folder = next.runFolder;
  const manifest = readManifest(folder, next);
  const rows = (name: string): Record<string, string>[] =>
    manifest.files.some((file) => file.name === name)
      ? parse(readSealedText(folder, manifest, name), { columns: true })
      : [];
  const cases = rows('cases_before.csv');
  const claims = new Set(cases.filter(({ kind }) => kind === 'claim').map(({ act }) => act));
  const isOut = ({ kind = '', key }: Record<string, string>): boolean =>
    kind === 'claim' || (['claim_payment', 'write_off'].includes(kind) && !claims.has(key));
  const carried = sumsOf([
    ...rows('balances_before.csv').map((row): [string, number] => [cellText(row), Number(row.balance)]),
    ...cases.filter(isOut).map((row): [string, number] => [`${row.recipient_id} ${row.code}`, -Number(row.amount)]),
  ]);
  const posted = sumsOf(
    rows('posted_before.csv')
      .filter((row) => Number(row.grant_year) === year)
      .map((row): [string, number] => [`${year} ${row.component}`, Number(row.amount)]),
  );
  const computed = new Set(
    manifest.modules.filter(({ grant_year }) => grant_year === year).map(({ component }) => `${year} ${component}`),
  );
  return { carried, posted, computed };
}

const cellText = (row: Record<string, string>): string => `${row.recipient_id} ${row.netting_group}`;
const codeText = (recipient: number): string => formatRecipientCode(asRecipientCode(recipient));

function sumsOf(rows: readonly (readonly [string, number])[]): Sums {
  const sums = new Map<string, number>();
  for (const [what, amountNok] of rows) sums.set(what, (sums.get(what) ?? 0) + amountNok);
  return new Map([...sums].filter(([, amountNok]) => amountNok !== 0));
}

function total(sums: Sums): number {
  return [...sums.values()].reduce((sum, amountNok) => sum + amountNok, 0);
}

function differencesOf(closing: Sums, opening: Sums): OpeningDifference[] {
  return [...new Set([...closing.keys(), ...opening.keys()])]
    .map((what) => ({ what, closingNok: closing.get(what) ?? 0, openingNok: opening.get(what) ?? 0 }))
    .filter(({ closingNok, openingNok }) => closingNok !== openingNok);
}
