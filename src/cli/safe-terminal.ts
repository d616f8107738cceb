import colours from 'picocolors';
import { hasUnseen, visibleJson, visibleLines, visibleText } from '../domain';
import { secretBytes } from '../effects';
import { foldedProse } from './folded-prose';
import { type Terminal, wantsColour } from './terminal';

/** Makes a text red on standard error where colours are wanted. */
export type Red = (text: string) => string;

/** The terminal that commands write to, and the one colour of the program. */
export interface SafeTerminal {
  readonly terminal: Terminal;
  readonly red: Red;
}

/**
 * A terminal on which nothing from a file, an argument or the environment is obeyed: every character that cannot be seen
 * is shown by its number, in JSON by its escape; line ends are, too, that stand in arguments, variables or the folder
 * (those of values from files are shown where a text is filled). It is the only one that commands are given. The program's own colour
 * goes through as a mark that holds a secret of this call, so that no value can ask for it.
 */
export function safeTerminal(outer: Terminal, argv: readonly string[]): SafeTerminal {
  const lines = valuesOfLines([...argv, ...Object.values(outer.env), outer.cwd]);
  const safeText = (text: string): string => visible(inOneLine(text, lines));
  const isColoured = wantsColour(outer, 'err', !argv.includes('--no-color'));
  const secret = isColoured ? Buffer.from(secretBytes(16)).toString('hex') : '';
  const marked = new RegExp(`<${secret}>(.*?)</${secret}>`, 'gs');
  const { red } = colours.createColors(true);
  const coloured = (text: string): string =>
    isColoured ? text.replace(marked, (_, inner: string) => red(inner)) : text;
  return {
    terminal: {
      cwd: outer.cwd,
      env: outer.env,
      outIsTty: outer.outIsTty,
      errIsTty: outer.errIsTty,
      columns: outer.columns,
      out: (text) => outer.out(safeText(text)),
      err: (text) => outer.err(foldedProse(coloured(safeText(text)), outer.errIsTty ? outer.columns : Infinity)),
      overwrite: (text) => outer.overwrite(safeText(text)),
    },
    red: isColoured ? (text) => `<${secret}>${text}</${secret}>` : (text) => text,
  };
}

/** Parts of arguments, variables and the folder that hold line ends: in an output they would begin lines of their own. */
function valuesOfLines(values: readonly (string | undefined)[]): string[] {
  const parts = values.filter((value) => value?.includes('\n')).flatMap((value) => value?.split(/[/=,@]/) ?? []);
  return [...new Set(parts)].filter((part) => part.includes('\n') && part.trim() !== '');
}

function inOneLine(text: string, values: readonly string[]): string {
  return values.reduce((shown, value) => shown.replaceAll(value, visibleText(value)), text);
}

function visible(text: string): string {
  if (!hasUnseen(text)) return text;
  return isJson(text) ? visibleJson(text) : visibleLines(text);
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
