import { visibleText, withoutPersonIds } from '../domain';
import type { CliContext } from './context';
import { languageOf } from './language';
import { shellWord } from './next/shell-word';
import { safeTerminal } from './safe-terminal';
import type { Terminal } from './terminal';

/** A flag as this call gave it, to be given again. */
function givenFlag(argv: readonly string[], flag: string): string {
  const place = argv.indexOf(flag);
  const file = place < 0 ? argv.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1) : argv[place + 1];
  return file === undefined ? '' : ` ${flag} ${shellWord(file)}`;
}

/** What a table says of the call that made it: the same figures from the same call are the same bytes, wherever they go. */
function callText(argv: readonly string[]): string {
  const words = argv.filter(
    (word, place) => word !== '--out' && argv[place - 1] !== '--out' && !word.startsWith('--out='),
  );
  return visibleText(withoutPersonIds(['norsktilskudd', ...words.map(shellWord)].join(' ')));
}

/** What a command of this call is given. */
export function makeContext(argv: readonly string[], outer: Terminal): CliContext {
  const { terminal: safe, red } = safeTerminal(outer, argv);
  const quiet = argv.includes('--quiet');
  const terminal: Terminal = {
    ...safe,
    errIsTty: safe.errIsTty && !quiet, // No progress either.
    out: (text) => safe.out(withKeys(text, context)),
    err: (text) => safe.err(withKeys(text, context)),
  };
  const context: CliContext = {
    terminal,
    language: languageOf(argv, terminal),
    commandName: 'norsktilskudd',
    exitCode: 0,
    json: argv.includes('--json'),
    quiet,
    ledgerFlag: `${givenFlag(argv, '--db')}${givenFlag(argv, '--config')}`,
    call: callText(argv),
    red,
  };
  return context;
}

/** Texts that stand ready name a command that is signed in some ledgers as `--as NAME [--key FILE]`. */
const MARK = / \[(--key [A-Z]+)\]/g;

/**
 * The same text with the command as it is typed in the ledger of this call: with the key where that requires signatures, without where
 * it goes by names, and for people with the flags that name the ledger. Where there is no ledger the brackets stand.
 */
export function withKeys(text: string, { needsKey, json, ledgerFlag = '' }: CliContext): string {
  if (text.search(MARK) < 0) return text;
  const needed = needsKey?.();
  if (needed === undefined) return text;
  return text.replace(MARK, (_, key: string) => `${needed ? ` ${key}` : ''}${json ? '' : ledgerFlag}`);
}
