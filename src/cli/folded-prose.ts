import { lengthOf } from './text-length';

/** A command as it is typed: what is copied stays on one line, as far as the terminal lets it. */
const COMMAND = /norsktilskudd [a-z][^\n]*?(?=[.:;,]? *$|[.:;,] |\)|, )/gm;
/** A change of colour takes no place. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how terminals are told.
const COLOUR = /\u001b\[\d+m/g;
/** What a text stands behind: blanks, a dash, a name or a sum with two blanks after it. */
const LEAD = /^ *(?:- )?(?:\S(?:.{0,18}?\S)? {2,}(?=\S))?/;
/** A blank that is not to be broken at. */
const KEPT = '\0';

/**
 * Sentences as wide as the terminal of their reader: a line that is wider is broken at blanks, never within a command that
 * can be typed; what follows stands below where its text began. A sum far behind its name comes
 * nearer. Tables come folded already (folded-table.ts).
 */
export function foldedProse(text: string, columns: number): string {
  if (columns === Number.POSITIVE_INFINITY) return text;
  return text
    .split('\n')
    .map((line) => (placesOf(line) > columns ? brokenLine(line, columns) : line))
    .join('\n');
}

function brokenLine(whole: string, columns: number): string {
  const [, name = '', value = ''] = /^(.*\S) {3,}(\S.*)$/.exec(whole) ?? [];
  const gap = columns - placesOf(name) - placesOf(value);
  if (name !== '' && gap >= 2) return name + ' '.repeat(gap) + value;
  const [lead = ''] = LEAD.exec(whole) ?? [];
  const kept = whole.slice(lead.length).replace(COMMAND, (command) => command.replaceAll(' ', KEPT));
  return brokenBehind(lead, kept, columns).join('\n').replaceAll(KEPT, ' ');
}

/** A text behind what leads to it, broken at blanks; what follows stands below where it began. */
export function brokenBehind(lead: string, text: string, columns: number): string[] {
  const [first = '', ...words] = text.split(' ');
  const lines: string[] = [];
  let line = lead + first;
  for (const word of words) {
    if (placesOf(line) + 1 + placesOf(word) > columns) {
      lines.push(line);
      line = ' '.repeat(placesOf(lead)) + word;
    } else line = `${line} ${word}`;
  }
  return [...lines, line];
}

function placesOf(text: string): number {
  return lengthOf(text.replace(COLOUR, ''));
}
