import { closestWord, type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { findConfigFile } from '../config/config-values';
import type { CliContext } from '../context';
import { SETTINGS } from '../flags/settings';
import { Problems } from './problems';
import type { Call, GivenSettings } from './source';

/**
 * A call of a command. Its settings() throws as readEnvironment() and findConfigFile().
 *
 * @param words that were given, by flag (`--year`) or argument (`run`)
 */
export function callWith(
  words: ReadonlyMap<string, readonly string[]>,
  { terminal }: Pick<CliContext, 'terminal'>,
): Call {
  let settings: GivenSettings | undefined;
  const readSettings = (): GivenSettings => {
    const environment = readEnvironment(terminal.env);
    const named = words.get('--config')?.[0] ?? environment.get('NORSKTILSKUDD_CONFIG');
    return { environment, file: findConfigFile(named, terminal.cwd) };
  };
  return {
    terminal,
    problems: new Problems(),
    given: (key) => words.get(key),
    settings() {
      settings ??= readSettings();
      return settings;
    },
  };
}

/** A variable of earlier versions. It means nothing, and is no misspelling of another. */
const WITHOUT_MEANING = ['NORSKTILSKUDD_FAULT'];

/**
 * Variables that stand for settings, with their values. An unknown NORSKTILSKUDD_ variable is refused: a misspelt
 * NORSKTILSKUDD_DB would otherwise mean another ledger.
 */
function readEnvironment(env: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  const known = Object.values(SETTINGS).flatMap(({ elsewhere: { environment } }) => environment ?? []);
  const values = new Map<string, string>();
  const problems: ErrorDetail[] = [];
  for (const [name, value] of Object.entries(env).sort()) {
    if (!name.startsWith('NORSKTILSKUDD_') || WITHOUT_MEANING.includes(name)) continue;
    if (!known.some((variable) => variable === name)) problems.push(unknownVariable(name, known));
    else if (value) values.set(name, value);
  }
  if (problems.length > 0) throw new NorsktilskuddError('usage', 'ENVIRONMENT_REFUSED', {}, problems);
  return values;
}

function unknownVariable(name: string, known: readonly string[]): ErrorDetail {
  const suggestion = closestWord(name, known);
  return errorDetail('ENVIRONMENT_UNKNOWN', suggestion === undefined ? { name } : { name, suggestion });
}
