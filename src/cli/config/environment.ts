import { type ErrorDetail, NorsktilskuddError } from '../../domain';
import { closestWord } from '../../domain/closest-word';

/** Environment variables and the settings that they stand for. */
const ENVIRONMENT = {
  NORSKTILSKUDD_CONFIG: 'config',
  NORSKTILSKUDD_DB: 'db',
  NORSKTILSKUDD_RUNS_FOLDER: 'runsFolder',
  NORSKTILSKUDD_RECIPIENTS: 'recipients',
  NORSKTILSKUDD_RATES: 'rates',
  NORSKTILSKUDD_COLUMNS: 'columns',
  NORSKTILSKUDD_PSEUDONYM_KEY_FILE: 'pseudonymKeyFile',
  NORSKTILSKUDD_REJECT_LIMIT: 'rejectLimit',
  NORSKTILSKUDD_AS: 'as',
  NORSKTILSKUDD_APPROVERS: 'approversList',
  NORSKTILSKUDD_KEY: 'keyFile',
  NORSKTILSKUDD_KEY_PASSPHRASE: 'keyPassphrase',
  NORSKTILSKUDD_LANG: 'lang',
} as const;

export type EnvironmentKey = (typeof ENVIRONMENT)[keyof typeof ENVIRONMENT];

/** A variable of earlier versions. It means nothing, and is no misspelling of another. */
const WITHOUT_MEANING = ['NORSKTILSKUDD_FAULT'];

/**
 * Values that the environment gives, by setting. An unknown NORSKTILSKUDD_ variable is refused: a misspelt
 * NORSKTILSKUDD_DB would otherwise mean another ledger.
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Partial<Record<EnvironmentKey, string>> {
  const known = new Map<string, EnvironmentKey>(Object.entries(ENVIRONMENT));
  const values: Partial<Record<EnvironmentKey, string>> = {};
  const problems: ErrorDetail[] = [];
  for (const name of Object.keys(env).sort()) {
    if (!name.startsWith('NORSKTILSKUDD_') || WITHOUT_MEANING.includes(name)) continue;
    const key = known.get(name);
    const value = env[name];
    if (key === undefined) problems.push(unknownVariable(name, [...known.keys()]));
    else if (value) values[key] = value;
  }
  if (problems.length > 0) throw new NorsktilskuddError('usage', 'ENVIRONMENT_REFUSED', {}, problems);
  return values;
}

function unknownVariable(name: string, known: readonly string[]): ErrorDetail {
  const suggestion = closestWord(name, known);
  return { code: 'ENVIRONMENT_UNKNOWN', params: suggestion === undefined ? { name } : { name, suggestion } };
}
