import type { CliContext } from '../context';

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
