import { closestWord, type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';

import { SETTINGS } from '../flags/settings';

/** A variable of earlier versions. It means nothing, and is no misspelling of another. */
const WITHOUT_MEANING = ['NORSKTILSKUDD_FAULT'];

/**
 * Variables that stand for settings, with their values. An unknown NORSKTILSKUDD_ variable is refused: a misspelt
 * NORSKTILSKUDD_DB would otherwise mean another ledger.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
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
