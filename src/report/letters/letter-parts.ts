import { formatKroner, formatWhole } from '../../domain';
import { letterDay, letterName, letterText, letterWord, type PlainLetterKey } from '../../messages';
import type { Shown } from '../model/figures';
import { type Html, html, type Part } from '../site/html';
import type { AmountRow, Letter, LetterFrame, LetterTextKey, LetterTextRow } from './letter';

/** A letter with what it is written in. */
export interface Written {
  readonly frame: LetterFrame;
  readonly letter: Letter;
}

/** A text in the language of the letter. */
export function sayer({ letter }: Written) {
  const { language } = letter.to;
  return {
    text: (key: PlainLetterKey): string => letterText(key, language),
    day: (iso: string): string => (iso === '' ? letterText('say.none', language) : letterDay(iso, language)),
    nok: (value: Shown): string => (value === undefined ? letterText('say.hidden', language) : formatKroner(value)),
    component: (name: string): string => letterName('component', name, language),
    language,
  };
}

/** `Norsktilskot 2018, termin 3` and, of a supplement, its number. */
export function titleOf({ frame, letter }: Written, key: 'title.letter' | 'title.list' | 'title.index'): string {
  const { grantYear, term, supplementNumber: supplement } = frame;
  const { language } = letter.to;
  const more = supplement === 0 ? '' : `, ${letterText('title.supplement', language, { supplement })}`;
  return `${letterText(key, language, { grantYear, term })}${more}`;
}

/** Sender, recipient, date, case and what it is about. */
export function letterHead(written: Written, facts: readonly (readonly [PlainLetterKey, string])[]): Html {
  const { frame, letter } = written;
  const say = sayer(written);
  const name = frame.sender.name[say.language];
  const from = [name === '' ? say.text('say.no_sender') : name, frame.sender.unit, ...frame.sender.address];
  const org = (number: string): string => (number === '' ? '' : `${say.text('label.org_number')} ${spaced(number)}`);
  return html`<div class="parties">
<address><strong>${say.text('label.sender')}</strong>${lines([...from, org(frame.sender.orgNumber)])}</address>
<address><strong>${say.text('label.recipient')}</strong>${lines([letter.to.name, ...letter.to.address, org(letter.to.orgNumber)])}</address>
</div>
${definitions(facts.map(([key, value]) => [say.text(key), value]))}`;
}

function lines(texts: readonly string[]): Html[] {
  return texts.filter((text) => text !== '').map((text) => html`<br>${text}`);
}

/** `958 935 420`. */
function spaced(orgNumber: string): string {
  return orgNumber.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3');
}

/** Names and values beside each other. */
export function definitions(rows: readonly (readonly [string, Part])[]): Html {
  return html`<dl>\n${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>\n`;
}

/** A column of a letter's table: its title, what stands in it of a row, whether that is a figure. */
type LetterColumn<Row> = readonly [title: string, cell: (row: Row) => string, isFigure?: boolean];

/** A table whose first column names the row. @param sums below it, each a name and the last column */
export function letterTable<Row>(
  caption: string,
  rows: readonly Row[],
  columns: readonly LetterColumn<Row>[],
  sums: readonly (readonly [name: string, amount: string])[] = [],
): Html {
  const look = (index: number): Html | '' => (columns[index]?.[2] ? html` class="figure"` : '');
  const row = (cells: readonly string[]): Html =>
    html`<tr>${cells.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td${look(index)}>${cell}</td>`))}</tr>\n`;
  const sumRows = sums.map(([name, amount]) => row([name, ...columns.slice(2).map(() => ''), amount]));
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${columns.map(([title], index) => html`<th scope="col"${look(index)}>${title}</th>`)}</tr></thead>
<tbody>
${rows.map((one) => row(columns.map(([, cell]) => cell(one))))}</tbody>${sums.length === 0 ? '' : html`<tfoot>${sumRows}</tfoot>`}
</table>
`;
}

/** Why a row stands there: the correction with its cause, or the case. */
export function causeText(
  { reason, cause, caseNumber }: Pick<AmountRow, 'reason' | 'cause' | 'caseNumber'>,
  written: Written,
): string {
  const { language } = written.letter.to;
  if (reason === 'regular' || reason === '') return '';
  const words = [
    letterWord('reason', reason, 'say.none', language),
    cause === '' ? '' : letterWord('cause', cause, 'cause.other', language),
    caseNumber === 0 ? '' : letterText('say.case_number', language, { case: caseNumber }),
  ];
  return [...new Set(words)].filter((word) => word !== '').join(': ');
}

/** The number of persons; a dash for a row of none. */
export function personsText(persons: Shown, written: Written): string {
  const say = sayer(written);
  if (persons === undefined) return say.text('say.hidden');
  return persons === 0 ? say.text('say.none') : formatWhole(persons);
}

/** Texts that hold on the day of the letter in its language, by key. */
export function textsOf({ frame, letter }: Written): ReadonlyMap<LetterTextKey, LetterTextRow> {
  return new Map(textsOn(frame.texts, letter.to.language, frame.date).map((row) => [row.key, row]));
}

/** Rows of a language that hold on a day. */
export function textsOn(rows: readonly LetterTextRow[], language: string, day: string): LetterTextRow[] {
  return rows.filter(
    (row) =>
      row.language === language &&
      (row.validFrom === '' || row.validFrom <= day) &&
      (row.validTo === '' || day <= row.validTo),
  );
}

/** A text under its heading, with its version and who approved it; nothing where there is none. */
export function textSection(key: LetterTextKey, written: Written): Html {
  const row = textsOf(written).get(key);
  if (row === undefined) return html``;
  const say = sayer(written);
  const { grantYear, term } = written.frame;
  const text = row.text.replace('{grantYear}', String(grantYear)).replace('{term}', String(term));
  const approved = { version: row.version, approvedBy: row.approvedBy.join(', '), approvedOn: say.day(row.approvedOn) };
  const source =
    row.status === 'approved'
      ? letterText('text.version', say.language, approved)
      : letterText('text.illustrative', say.language, { version: row.version });
  return html`<section>
<h2>${say.text(`text.${key}`)}</h2>
<p>${text}</p>
<p class="quiet">${source}</p>
</section>
`;
}
