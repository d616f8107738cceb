import { join } from 'node:path';
import { assumptionWords, lockedHash, parseRuleLock, RULE_LOCK_FILE, RULE_MODULES } from '../../../rules';
import type { Limit, Rate } from '../../domain';
import { readText } from '../../effects';
import { explainWord, lawText } from '../../messages';
import type { Parameter, ParameterRow, RuleShown } from '../../report';
import type { OpenRun } from '../explain/open-run-context';
import { programFolder } from '../program-files';

/** Every rate, limit and assumption that the run knew, each with all its rows: what holds now and what held before. */
export function shownParameters(context: OpenRun): Parameter[] {
  return [...rates(context), ...limits(context), ...assumptions(context)];
}

function rates({ rules, manifest }: OpenRun): Parameter[] {
  const used = new Set(
    manifest.rates_used.map(({ key, grant_year: year, rate_class: name }) => `${key}/${year}/${name}`),
  );
  const row = ({ key, grantYear, rateClass, valueNok, status, source, note }: Rate): ParameterRow => ({
    years: String(grantYear),
    rateClass,
    valueNok,
    value: '',
    status,
    source,
    note,
    isUsed: used.has(`${key}/${grantYear}/${rateClass}`),
  });
  const keys = [...new Set(rules.rates.rates.map(({ key }) => key))].sort();
  return keys.map((key) => parameter('rate', key, rules.rates.rates.filter((rate) => rate.key === key).map(row)));
}

function limits({ rules, manifest }: OpenRun): Parameter[] {
  const used = new Set(
    (manifest.format === 1 ? [] : manifest.limits_used).map(({ key, grant_year: year }) => `${key}/${year}`),
  );
  const row = ({ key, value, firstGrantYear, lastGrantYear, status, source, note }: Limit): ParameterRow => ({
    years: spanText(firstGrantYear, lastGrantYear),
    rateClass: '',
    valueNok: undefined,
    value,
    status,
    source,
    note,
    isUsed: used.has(`${key}/${firstGrantYear ?? ''}`),
  });
  const keys = [...new Set(rules.limits.limits.map(({ key }) => key))].sort();
  return keys.map((key) => parameter('limit', key, rules.limits.limits.filter((limit) => limit.key === key).map(row)));
}

function assumptions({ rules, batch }: OpenRun): Parameter[] {
  const words = assumptionWords(rules.limits, batch.grantYear);
  return rules.assumptions.assumptions.map(({ id, value, status, source, note }) => {
    const isUsed = batch.assumptions.includes(id);
    const said = words[id];
    const text = (language: 'nb' | 'en'): string => (said ? lawText(said, language, {}) : explainWord(id, language));
    const row = { years: '', rateClass: '', valueNok: undefined, value, status, source, note, isUsed };
    return { ...parameter('assumption', id, [row]), words: { nb: text('nb'), en: text('en') } };
  });
}

function parameter(kind: Parameter['kind'], key: string, rows: readonly ParameterRow[]): Parameter {
  return { kind, key, words: undefined, isUsed: rows.some(({ isUsed }) => isUsed), rows };
}

/** `2016–2018`, `2019–`; empty for all years. */
function spanText(first: number | null, last: number | null): string {
  if (first === null && last === null) return '';
  return first === last ? String(first) : `${first ?? ''}–${last ?? ''}`;
}

/** Every rule module, with the hash of its behaviour in the grant year of the run. */
export function shownRules({ manifest, batch }: OpenRun): RuleShown[] {
  const lock = parseRuleLock(readText(join(programFolder(), 'rules', RULE_LOCK_FILE)));
  const used = new Set(manifest.modules.map(({ module }) => module));
  return RULE_MODULES.map(
    ({ id, component, firstGrantYear, lastGrantYear, sources, limits: keys, assumptions: ids }) => ({
      id,
      component,
      firstGrantYear,
      lastGrantYear,
      sources,
      limits: keys,
      assumptions: ids,
      isUsed: used.has(id),
      hash: lockedHash(lock, id, used.has(id) ? batch.grantYear : firstGrantYear) ?? '',
    }),
  );
}
