import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asDay, bankDaysAfter, formatDay, knownDay } from '../../../src/domain';
import { cli, today } from '../support';

/** Somebody who does what the program says comes next, and nothing else. */
export interface Walk {
  /** Commands as they were typed, in their order. */
  readonly typed: readonly string[];
  /** The first command that did not end well, with what it said; empty where all did. */
  readonly stuck: string;
}

/** What whoever walks knows beside what is printed. */
export interface Walker {
  readonly cwd: string;
  /** Who runs, and who does what another person must. */
  readonly runner: string;
  readonly others: Readonly<Record<string, string>>;
  /** Key files by name; empty where nothing is signed. */
  readonly keys: Readonly<Record<string, string>>;
  /** Folder of the extract of a term. */
  readonly extractOf: (year: string, term: string) => string;
  readonly flags?: readonly string[];
}

/** Types a first command and then every next one that is printed, until none is or one is typed again and again. */
export async function walk(first: string, walker: Walker, last: (command: string) => boolean): Promise<Walk> {
  const typed: string[] = [];
  let command = first;
  for (let count = 0; count < 120; count += 1) {
    const filled = fillIn(command, walker);
    typed.push(filled);
    const { code, out, err } = await cli(walker.cwd, [...wordsOf(filled), ...(walker.flags ?? [])], {
      NORSKTILSKUDD_LANG: 'en',
    });
    if (code !== 0) return { typed, stuck: `${filled}\n${code}\n${out}${err}` };
    if (out.includes('ill in')) fillSheets(walker.cwd);
    const next = /^Next: norsktilskudd (.*)$/m.exec(out)?.[1];
    if (last(filled)) return { typed, stuck: '' };
    if (next === undefined) return { typed, stuck: `${filled}\nnothing comes next\n${out}` };
    command = next;
  }
  return { typed, stuck: 'no end' };
}

/** Words in capitals are what the one who types knows. */
function fillIn(command: string, { runner, others, keys, extractOf }: Walker): string {
  const what = command.split(' ')[0] ?? '';
  const [, year = '2018'] = /--year (\d+)/.exec(command) ?? [];
  const [, term = '1'] = /--term (\d)/.exec(command) ?? [];
  const other = others[what] ?? others.other ?? 'ola';
  const filled = command
    .replaceAll('REFERENCE', 'memo 12')
    .replaceAll('REASON', 'checked')
    .replace('FOLDER', extractOf(year, term))
    .replace('DATE', what === 'payout' ? nextBankDay() : today())
    .replace('--as NAME', `--as ${runner}`)
    .replace('--as OTHER', `--as ${other}`);
  const who = /--as (\w+)/.exec(filled)?.[1] ?? '';
  return filled.replace('--key FILE', `--key ${keys[who] ?? 'none'}`);
}

function nextBankDay(): string {
  return formatDay(bankDaysAfter(asDay(knownDay(today())), 1, []));
}

/** Words of a command; quotes hold blanks together. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/((?:[^\s"]|"[^"]*")+)/g)].map(([word]) => word.replaceAll('"', ''));
}

/** Whoever has the circular fills in every empty cell of the sheets. */
function fillSheets(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => /^rates-\d+\.csv$/.test(file))) {
    const text = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), text.replace(/^(\w+,\d+,\w+),,verified,,/gm, '$1,18300,verified,circular 12,'));
  }
}

/** Folders of walkers beside the extracts of a made-up year. */
export function walkersIn(work: string) {
  return (folder: string, more: Partial<Walker> = {}): Walker => {
    const cwd = join(work, folder);
    mkdirSync(cwd);
    const extractOf = (year: string, term: string): string => join(work, 'extracts', `${year}-T${term}`);
    return { cwd, runner: 'kari', others: { attest: 'astrid', other: 'ola' }, keys: {}, extractOf, ...more };
  };
}

export const GENERATE = ['generate', '--year', '2018', '--persons', '60', '--snapshots', '4', '--out', 'extracts'];
export const KEYS = { kari: 'keys/kari.key', astrid: 'keys/astrid.key', ola: 'keys/ola.key' };
export const SIGNED = 'init --year 2018 --as kari --signer kari=runner --signer ola=approver --signer astrid=attestant';

/** The first words of commands: `lists sign`, `run`. */
export function acts(typed: readonly string[]): string[] {
  const groups = /^(lists|recipients|payout|receipt|case) /;
  return typed.map((command) =>
    command
      .split(' ')
      .slice(0, groups.test(command) ? 2 : 1)
      .join(' '),
  );
}

export const isNextYear = (command: string): boolean => command.startsWith('init --year 2019');
