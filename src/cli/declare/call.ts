import { findConfigFile } from '../config/config-values';
import { readEnvironment } from '../config/environment';
import type { CliContext } from '../context';
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
