import { resolve } from 'node:path';
import { JSON_BYTES_MAX, jsonTextOf } from '../domain';
import { pathExists, readBytes } from '../effects';
import { LANGUAGES, type Language } from '../messages';
import { CONFIG_FILE_NAME } from './config/config-values';
import type { Terminal } from './terminal';

/** The language of that name; undefined where there is none. */
function parseLanguage(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}

/**
 * Language of what the terminal says: --lang, NORSKTILSKUDD_LANG, the configuration file, English. Looked up before
 * anything else so that errors and help speak it too; a wrong value is refused later, by who reads that source in full.
 */
export function languageOf(argv: readonly string[], terminal: Terminal): Language {
  const flag = flagValue(argv, '--lang');
  return (
    parseLanguage(flag) ?? parseLanguage(terminal.env.NORSKTILSKUDD_LANG) ?? languageOfFile(argv, terminal) ?? 'en'
  );
}

function flagValue(argv: readonly string[], flag: string): string | undefined {
  const index = argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  if (index < 0) return undefined;
  const word = argv[index] ?? '';
  return word === flag ? argv[index + 1] : word.slice(flag.length + 1);
}

function languageOfFile(argv: readonly string[], terminal: Terminal): Language | undefined {
  const named = flagValue(argv, '--config') ?? terminal.env.NORSKTILSKUDD_CONFIG ?? CONFIG_FILE_NAME;
  const file = resolve(terminal.cwd, named);
  if (!pathExists(file)) return undefined;
  try {
    return parseLanguage(/"language"\s*:\s*"(\w+)"/.exec(jsonTextOf(readBytes(file, JSON_BYTES_MAX)))?.[1]);
  } catch {
    return undefined; // Whoever reads the settings says what is wrong with the file.
  }
}
