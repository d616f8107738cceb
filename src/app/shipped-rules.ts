import { loadRules, type RuleSet, type ShippedTexts } from '../../rules';
import { InvariantError, NorsktilskuddError, type Rate } from '../domain';
import { readTables, shippedDataFolder } from './tables/read-tables';
import { changedTables } from './tables/refuse-tables';

/** Texts of the data files that ship with the program. */
export function readShippedTexts(): ShippedTexts {
  return readTables().texts;
}

/** The shipped rule set. */
export function loadShippedRules(): RuleSet {
  return rulesOfTables(readShippedTexts(), []);
}

/**
 * The rule set of tables, which are read strictly.
 *
 * @param newerTables folder of the user's own, where some of the tables come from
 * @throws NorsktilskuddError TABLES_UNREADABLE: kind `input` for the user's own tables, `rule` for shipped ones
 */
export function rulesOfTables(
  texts: ShippedTexts,
  overlays: readonly (readonly Rate[])[],
  newerTables?: string,
): RuleSet {
  try {
    return loadRules(texts, overlays);
  } catch (cause) {
    if (!(cause instanceof InvariantError)) throw cause;
    const params = { path: newerTables ?? shippedDataFolder(), reason: cause.message };
    if (newerTables !== undefined) throw new NorsktilskuddError('input', 'TABLES_UNREADABLE', params);
    throw new NorsktilskuddError('rule', 'TABLES_UNREADABLE', params, changedTables());
  }
}
