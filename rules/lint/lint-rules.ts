import {
  COMPONENTS,
  type ErrorDetail,
  errorDetail,
  type LimitTable,
  parseComponent,
  type Rate,
  type RuleModule,
  rateCell,
  traitsOf,
} from '../../src/domain';
import { limitsCalendar } from '../calendars';

/** Something in the rules or figures that a person should look at. Texts: message catalogue, same code. */
export interface LintFinding extends ErrorDetail {
  readonly severity: 'error' | 'warning';
}

/** Lints modules and rates: gaps, overlaps, jumps, sources, figures that nothing reads, sums that must hold. */
export function lintRules(modules: readonly RuleModule[], rates: readonly Rate[], limits: LimitTable): LintFinding[] {
  return [
    ...lintValidity(modules),
    ...lintLimits(modules, limits),
    ...lintRates(modules, rates, limits),
    ...lintJumps(rates),
    ...lintCheckSums(rates),
  ];
}

/** Modules of one component may neither overlap nor leave a year between them out. */
function lintValidity(modules: readonly RuleModule[]): LintFinding[] {
  return COMPONENTS.flatMap((component) => {
    const own = modules
      .filter((module) => module.component === component)
      .sort((a, b) => a.firstGrantYear - b.firstGrantYear);
    return own.slice(1).flatMap((module, index): LintFinding[] => {
      const before = own[index];
      const end = before?.lastGrantYear ?? Number.POSITIVE_INFINITY;
      if (end === module.firstGrantYear - 1) return [];
      const code = end >= module.firstGrantYear ? 'RULE_OVERLAP' : 'RULE_GAP';
      return [{ severity: 'error', ...errorDetail(code, { rule: before?.id ?? '', next: module.id }) }];
    });
  });
}

/** Every limit that a module reads has a value in each of its years until the last one that has a calendar of its own. */
function lintLimits(modules: readonly RuleModule[], limits: LimitTable): LintFinding[] {
  return modules.flatMap((module) =>
    module.limits.flatMap((key): LintFinding[] => {
      const years = [module.firstGrantYear, module.lastGrantYear ?? module.firstGrantYear];
      const missing = years.find((year) => limits.find(key, year) < 0);
      return missing === undefined
        ? []
        : [{ severity: 'error', ...errorDetail('LIMIT_MISSING', { key, year: missing }) }];
    }),
  );
}

function lintRates(modules: readonly RuleModule[], rates: readonly Rate[], limits: LimitTable): LintFinding[] {
  return rates.flatMap((rate): LintFinding[] => {
    const cell = rateCell(rate.key, rate.grantYear, rate.rateClass);
    const findings: LintFinding[] = [];
    if (rate.source.trim() === '')
      findings.push({ severity: 'error', ...errorDetail('RATE_WITHOUT_SOURCE', { cell }) });
    const component = parseComponent(rate.key.split('.')[0] ?? '');
    const isRead = modules.some(
      (module) =>
        module.component === component &&
        module.firstGrantYear <= rate.grantYear &&
        rate.grantYear <= (module.lastGrantYear ?? rate.grantYear),
    );
    const fitsClass = component !== undefined && traitsOf(component).rateClasses.includes(rate.rateClass);
    if (!isRead || !fitsClass || !limitsCalendar(rate.grantYear, limits))
      findings.push({ severity: 'warning', ...errorDetail('RATE_UNREAD', { cell }) });
    return findings;
  });
}

/** More than 10 percent from one year to the next. */
function lintJumps(rates: readonly Rate[]): LintFinding[] {
  return rates.flatMap((rate): LintFinding[] => {
    const before = rates.find(
      (other) => other.key === rate.key && other.rateClass === rate.rateClass && other.grantYear === rate.grantYear - 1,
    );
    if (!before || Math.abs(rate.valueNok - before.valueNok) * 10 <= before.valueNok) return [];
    const cell = rateCell(rate.key, rate.grantYear, rate.rateClass);
    return [
      {
        severity: 'warning',
        ...errorDetail('RATE_JUMP', { cell, beforeNok: before.valueNok, valueNok: rate.valueNok }),
      },
    ];
  });
}

/** Sums of the three persontilskudd cells that are known where the cells are not (rulebook 1.1; S35). */
const CHECK_SUMS = [
  { grantYear: 2019, rateClass: 'low', sumNok: 54_500 },
  { grantYear: 2019, rateClass: 'high', sumNok: 141_800 },
] as const;

/** Check sums that the given rates contradict; also used on a run's rates. */
export function lintCheckSums(rates: readonly Rate[]): LintFinding[] {
  return CHECK_SUMS.flatMap(({ grantYear, rateClass, sumNok }): LintFinding[] => {
    const cells = rates.filter(
      (rate) =>
        rate.key.startsWith('persontilskudd.year') && rate.grantYear === grantYear && rate.rateClass === rateClass,
    );
    const actualNok = cells.reduce((sum, rate) => sum + rate.valueNok, 0);
    if (cells.length !== 3 || actualNok === sumNok) return [];
    return [
      { severity: 'warning', ...errorDetail('RATE_CHECK_SUM', { year: grantYear, rateClass, sumNok, actualNok }) },
    ];
  });
}
