import type { Language } from '../../messages';
import { PackedTexts } from './packed-texts';

/** A line of a person or kommune, by pseudonym. */
export interface ShownLine {
  /** Place in payout_lines.csv, from 1. */
  readonly number: number;
  readonly component: string;
  readonly grantYear: number;
  readonly code: string;
  readonly reason: string;
  /** Empty for a line of no person. */
  readonly pseudonym: string;
  readonly cumulativeNok: number;
  readonly postedNok: number;
  readonly amountNok: number;
}

/**
 * Lines of a run as a report lists them. Each is kept as the text that the scripts of a page hold, since a year has
 * hundreds of thousands of them.
 */
export interface ListedLines {
  readonly byRecipient: ReadonlyMap<string, PackedTexts>;
  /** Numbers of the lines that are explained. */
  readonly explained: ReadonlySet<number>;
  /** Recipients that have an auditor's sheet. */
  readonly audited: { has(recipientId: string): boolean };
}

/** The auditor's sheet of a recipient, from the folder of the report. */
export function auditPath(recipientId: string, language: Language): string {
  return `data/audit/${recipientId}-${language}.xlsx`;
}

/** A line as text. */
export function lineText(line: ShownLine): string {
  const { number, component, grantYear, code, reason, pseudonym, cumulativeNok, postedNok, amountNok } = line;
  return JSON.stringify([number, component, grantYear, code, reason, pseudonym, cumulativeNok, postedNok, amountNok]);
}

/** The line of a text that lineText() made. */
function lineOfText(text: string): ShownLine {
  const row: [number, string, number, string, string, string, number, number, number] = JSON.parse(text);
  const [number, component, grantYear, code, reason, pseudonym, cumulativeNok, postedNok, amountNok] = row;
  return { number, component, grantYear, code, reason, pseudonym, cumulativeNok, postedNok, amountNok };
}

/** Lines that stand on the page of their recipient; the others come in scripts of so many. */
const LINES_ON_PAGE = 50;
const LINES_PER_SCRIPT = 1000;

/** The lines on the page, and how many scripts hold the others. */
export function firstLines(lines: PackedTexts): { readonly shown: ShownLine[]; readonly scripts: number } {
  return { shown: lines.slice(0, LINES_ON_PAGE).map(lineOfText), scripts: scriptsOf(lines) };
}

function scriptsOf({ length }: PackedTexts): number {
  return Math.ceil(Math.max(0, length - LINES_ON_PAGE) / LINES_PER_SCRIPT);
}

/** The lines that are not on the page, as scripts: pages opened from a file cannot fetch anything else. */
export function* lineScripts({ byRecipient, explained }: ListedLines): Generator<{ path: string; text: string }> {
  for (const [id, lines] of byRecipient) {
    for (let index = 0; index < scriptsOf(lines); index += 1) {
      const from = LINES_ON_PAGE + index * LINES_PER_SCRIPT;
      const own = lines.slice(from, from + LINES_PER_SCRIPT);
      const marked = own.map(numberOf).filter((number) => explained.has(number));
      const text = `norsktilskuddLines([\n${own.join(',\n')}\n],${JSON.stringify(marked)});\n`;
      yield { path: `lines/data/${id}-${index}.js`, text };
    }
  }
}

/** The number that a text begins with. */
function numberOf(text: string): number {
  return Number.parseInt(text.slice(1), 10);
}

/** Pseudonyms and where their lines are, in scripts by their first two digits: a search loads the one that it needs. */
export function* pseudonymScripts(
  { byRecipient, explained }: ListedLines,
  hrefOf: { readonly recipient: (id: string) => string; readonly line: (number: number) => string },
): Generator<{ path: string; text: string }> {
  const parts = new Map<string, PackedTexts>();
  for (const [recipientId, own] of byRecipient) {
    for (const text of own) {
      const { pseudonym, number } = lineOfText(text);
      if (pseudonym === '') continue;
      const rows = parts.get(pseudonym.slice(0, 2)) ?? new PackedTexts();
      parts.set(pseudonym.slice(0, 2), rows);
      const href = explained.has(number) ? hrefOf.line(number) : hrefOf.recipient(recipientId);
      rows.push(JSON.stringify([pseudonym, href, number]));
    }
  }
  for (const [first, rows] of [...parts].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const text = `norsktilskuddPseudonyms(${JSON.stringify(first)},[\n${[...rows].toSorted().join(',\n')}\n]);\n`;
    yield { path: `lines/pseudonyms/${first}.js`, text };
  }
}
