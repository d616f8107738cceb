import type { RuleSet } from '../../../rules';
import { type ErrorDetail, NorsktilskuddError, rateCell } from '../../domain';
import { closestWord } from '../closest-word';

/** Names of --accept that stand for themselves (data contract 5). */
const SPECIAL_ACCEPTANCES = ['all-assumed', 'opening-arrears', 'rejected-rows', 'shared-national-ids'] as const;

/**
 * Reads the names given with --accept into a sorted list without doubles; a name that means nothing is refused, for a
 * mistyped one would leave a batch unpayable, or worse, accept another thing than was meant.
 */
export function readAcceptances(names: readonly string[], rules: RuleSet): string[] {
  const known = knownNames(rules);
  const problems: ErrorDetail[] = [];
  for (const name of names) {
    if (known.has(name)) continue;
    const suggestion = closestWord(name, [...known]);
    problems.push({
      code: 'ACCEPT_UNKNOWN',
      params: suggestion === undefined ? { value: name } : { value: name, suggestion },
    });
  }
  if (problems.length > 0)
    throw new NorsktilskuddError('usage', 'USAGE_REFUSED', { command: 'norsktilskudd run' }, problems);
  return [...new Set(names)].sort();
}

function knownNames(rules: RuleSet): Set<string> {
  return new Set([
    ...SPECIAL_ACCEPTANCES,
    ...rules.assumptions.assumptions.map((assumption) => assumption.id),
    ...rules.rates.rates.map((rate) => rateCell(rate.key, rate.grantYear, rate.rateClass)),
  ]);
}

/**
 * Refuses rates files that change a shipped verified cell which is not named in --accept: a contradicted figure
 * (rulebook 1; exit 4). In a rehearsal nothing needs accepting.
 */
export function refuseChangedVerifiedCells(rules: RuleSet, accepted: readonly string[], rehearsal: boolean): void {
  if (rehearsal) return;
  const problems: ErrorDetail[] = [];
  for (const shipped of rules.shippedRates) {
    const cell = rateCell(shipped.key, shipped.grantYear, shipped.rateClass);
    const rate = rules.rates.rates[rules.rates.find(shipped.key, shipped.grantYear, shipped.rateClass)];
    if (shipped.status !== 'verified' || rate === undefined || accepted.includes(cell)) continue;
    if (rate.valueNok === shipped.valueNok) continue;
    const { file, line } = rate;
    const params = { file, line, column: 'value', cell, shippedNok: shipped.valueNok, givenNok: rate.valueNok };
    problems.push({ code: 'VERIFIED_CELL_CHANGED', params: { ...params, source: shipped.source } });
  }
  if (problems.length > 0) throw new NorsktilskuddError('rule', 'RATES_CHANGE_VERIFIED', {}, problems);
}
