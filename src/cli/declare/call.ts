import { type ConfigValues, findConfigFile } from '../config/config-values';
import { readEnvironment } from '../config/environment';
import type { CliContext } from '../context';
import type { Terminal } from '../terminal';
import { Problems } from './problems';

/** What stands beside the command line: the environment, and the configuration file where there is one. */
export interface GivenSettings {
  readonly environment: ReadonlyMap<string, string>;
  readonly file: ConfigValues | undefined;
}

/** One call of a command: the words that were given, and what is wrong with them. */
export class Call {
  readonly problems = new Problems();
  readonly terminal: Terminal;
  readonly #words: ReadonlyMap<string, readonly string[]>;
  #settings: GivenSettings | undefined;

  /** @param words given, by flag (`--year`) or argument (`run`); none for a flag without a value */
  constructor(words: ReadonlyMap<string, readonly string[]>, { terminal }: Pick<CliContext, 'terminal'>) {
    this.#words = words;
    this.terminal = terminal;
  }

  given(key: string): readonly string[] | undefined {
    return this.#words.get(key);
  }

  /** Read once, when the first setting is asked for. Throws as readEnvironment() and findConfigFile(). */
  settings(): GivenSettings {
    if (this.#settings === undefined) {
      const environment = readEnvironment(this.terminal.env);
      const named = this.given('--config')?.[0] ?? environment.get('NORSKTILSKUDD_CONFIG');
      this.#settings = { environment, file: findConfigFile(named, this.terminal.cwd) };
    }
    return this.#settings;
  }
}
