import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareLock,
  extendLock,
  lintCheckSums,
  lintRules,
  loadRules,
  lockedIds,
  parseRuleLock,
  printRuleLock,
  RULE_LOCK_FILE,
  RULE_MODULES,
  type RuleLock,
  sourceFileOf,
} from '../../rules';
import { moduleBehaviour } from '../../rules/lock/behaviour';
import { currentLock, stripComments } from '../../rules/lock/current-lock';
import type { Rate } from '../../src/domain';
import { SHIPPED_TEXTS, shippedRules } from '../support/shipped';

const folder = join(__dirname, '..', '..', 'rules');
const sources = new Map(
  lockedIds().map((id) => [sourceFileOf(id), readFileSync(join(folder, sourceFileOf(id)), 'utf8')]),
);
const rules = shippedRules();
const current = currentLock(sources, rules, 2026);

describe('frozen rules', () => {
  it('are what the lock file says', () => {
    expect(compareLock(parseRuleLock(readFileSync(join(folder, RULE_LOCK_FILE), 'utf8')), current)).toEqual([]);
  });

  /** The lock with some of its years otherwise. */
  const withYears = (
    subject: string,
    years: Record<string, { module?: string; sha256?: string } | undefined>,
  ): RuleLock => {
    const all = new Map(Object.entries(current.behaviour[subject] ?? {}));
    for (const [year, entry] of Object.entries(years)) {
      const before = all.get(year) ?? { module: '', sha256: '' };
      if (entry === undefined) all.delete(year);
      else all.set(year, { ...before, ...entry });
    }
    return { ...current, behaviour: { ...current.behaviour, [subject]: Object.fromEntries(all) } };
  };
  const other = { sha256: '0'.repeat(64) };

  test.each<[what: string, locked: RuleLock, problems: ReturnType<typeof compareLock>]>([
    [
      'another behaviour',
      withYears('persontilskudd', { 2016: other, 2018: other }),
      [{ rule: 'persontilskudd@2016', problem: 'behaviour_changed', years: '2016, 2018' }],
    ],
    [
      'another behaviour in years to come',
      withYears('persontilskudd', { 2029: other }),
      [{ rule: 'persontilskudd@2019', problem: 'behaviour_changed', years: '2029' }],
    ],
    [
      'a year that the lock does not have',
      withYears('calendar', { 2030: undefined }),
      [{ rule: 'calendar@four_terms', problem: 'not_locked', years: '2030' }],
    ],
    [
      'a frozen year of which nothing is left',
      withYears('kulturtilskudd', { 2022: { ...other, module: 'kulturtilskudd@2017' } }),
      [{ rule: 'kulturtilskudd@2017', problem: 'gone', years: '2022' }],
    ],
    [
      'a component that ended in a year to come',
      withYears('kulturtilskudd', { 2027: { ...other, module: 'kulturtilskudd@2017' } }),
      [{ rule: 'kulturtilskudd@2017', problem: 'years_moved', years: '2027' }],
    ],
    [
      'a new version in years to come',
      withYears('persontilskudd', {
        2029: { ...other, module: 'persontilskudd@2018' },
        2030: { ...other, module: 'persontilskudd@2018' },
      }),
      [{ rule: 'persontilskudd@2019', problem: 'years_moved', years: '2029-2030' }],
    ],
    [
      'a new version that begins in frozen years',
      withYears('persontilskudd', { 2026: { ...other, module: 'persontilskudd@2018' } }),
      [{ rule: 'persontilskudd@2019', problem: 'begins_in_frozen_year', years: '2026' }],
    ],
    [
      'the same law under another name',
      withYears('persontilskudd', { 2020: { module: 'persontilskudd@2016' } }),
      [{ rule: 'persontilskudd@2019', problem: 'years_moved', years: '2020' }],
    ],
    [
      'another source',
      { ...current, sources: { ...current.sources, amounts: '0'.repeat(64) } },
      [{ rule: 'amounts', problem: 'source_changed', years: '' }],
    ],
    [
      'a source that is gone',
      { ...current, sources: { ...current.sources, 'gone@2000': '0'.repeat(64) } },
      [{ rule: 'gone@2000', problem: 'gone', years: '' }],
    ],
  ])('notice %s', (_what, locked, problems) => {
    expect(compareLock(locked, current)).toEqual(problems);
  });

  it('are written with what is new; what is frozen stays as it was', () => {
    const locked = withYears('persontilskudd', { 2018: other, 2029: other });
    const extended = extendLock(locked, current);
    expect(extended.behaviour.persontilskudd?.['2018']?.sha256).toBe(other.sha256);
    expect(extended.behaviour.persontilskudd?.['2029']).toEqual(current.behaviour.persontilskudd?.['2029']);
    expect(extendLock(locked, current, { frozenThrough: 2027 }).frozenThrough).toBe(2027);
    expect(extendLock(locked, current, { frozenThrough: 2020 }).frozenThrough).toBe(2026);
    const rewritten = { ...current, sources: { ...current.sources, amounts: other.sha256 } };
    expect(extendLock(rewritten, current).sources.amounts).toBe(other.sha256);
    expect(extendLock(rewritten, current, { sources: true })).toEqual(current);
    expect(parseRuleLock(printRuleLock(current))).toEqual(current);
  });

  it('are not changed by comments or layout', () => {
    expect(stripComments("const a = 'x // y'; // note\n/* more */ f(\n  a,\n)")).toBe("const a = 'x // y'; f( a)");
  });

  it('are not changed by numbers of kommuner that change after they were frozen', () => {
    const change = (from: string, to: string): string => {
      expect(SHIPPED_TEXTS.kommuner).toContain(`\n${from}`);
      return SHIPPED_TEXTS.kommuner.replace(`\n${from}`, `\n${to}`);
    };
    const modules = RULE_MODULES.filter(({ id }) => id === 'persontilskudd@2019');
    const behaviours = (kommuner: string): string[] =>
      modules.flatMap((module) =>
        [2019, 2024, 2025, 2026, 2030].map((year) =>
          moduleBehaviour(module, year, loadRules({ ...SHIPPED_TEXTS, kommuner }, [])),
        ),
      );
    const before = '1508,Ålesund,2024-01-01,,15,Møre og Romsdal,,';
    const today = behaviours(SHIPPED_TEXTS.kommuner);
    expect(today).toHaveLength(5);
    expect(behaviours(change(before, '1508,Ålesund,2024-01-01,2028-01-01,15,Møre og Romsdal,1580 1103,'))).toEqual(
      today,
    );
    expect(behaviours(change(before, '1508,Ålesund,2024-01-01,2025-01-01,15,Møre og Romsdal,1580 1103,'))).not.toEqual(
      today,
    );
  });

  it('tell the modules of a grant year apart by what they do', () => {
    const of2018 = Object.values(current.behaviour).flatMap((years) => years['2018'] ?? []);
    expect(of2018.map(({ module }) => module).sort()).toEqual([
      'amounts',
      'asylnorsk@2017',
      'calendar@legacy',
      'grunntilskudd@2016',
      'kulturtilskudd@2017',
      'persontilskudd@2016',
    ]);
    expect(new Set(of2018.map(({ sha256 }) => sha256)).size).toBe(of2018.length);
  });
});

const rate = (
  key: Rate['key'],
  grantYear: number,
  rateClass: Rate['rateClass'],
  valueNok: number,
  source = 'S1',
): Rate => ({
  key,
  grantYear,
  rateClass,
  valueNok,
  status: 'illustrative',
  source,
  note: '',
  file: 'x',
  line: 2,
});

describe('the linter', () => {
  it('finds nothing wrong with what ships', () => {
    expect(
      lintRules(RULE_MODULES, rules.shippedRates, rules.limits).filter((finding) => finding.severity === 'error'),
    ).toEqual([]);
  });

  it.each([
    [[rate('utvidet43g', 2022, 'single', 1)], ['RATE_UNREAD'], 'a year without the component'],
    [[rate('grunntilskudd', 2020, 'single', 1)], ['RATE_UNREAD'], 'a class that the key does not have'],
    [[rate('grunntilskudd', 2020, 'low', 1, ' ')], ['RATE_WITHOUT_SOURCE'], 'no source'],
    [
      [rate('grunntilskudd', 2020, 'low', 100), rate('grunntilskudd', 2021, 'low', 111)],
      ['RATE_JUMP'],
      'up 11 percent',
    ],
    [[rate('grunntilskudd', 2020, 'low', 100), rate('grunntilskudd', 2021, 'low', 110)], [], 'up 10 percent'],
  ])('rates %#: %j %j (%s)', (rates, codes, _why) => {
    expect(lintRules(RULE_MODULES, rates, shippedRules().limits).map((finding) => finding.code)).toEqual(codes);
  });

  it('holds the three cells of 2019 against their published sum (S35)', () => {
    const cells = (last: number): Rate[] => [
      rate('persontilskudd.year1', 2019, 'low', 14_000),
      rate('persontilskudd.year2', 2019, 'low', 25_000),
      rate('persontilskudd.year3', 2019, 'low', last),
    ];
    expect(lintCheckSums(cells(15_500))).toEqual([]);
    expect(lintCheckSums(cells(15_501)).map((finding) => finding.params)).toEqual([
      { year: 2019, rateClass: 'low', sumNok: 54_500, actualNok: 54_501 },
    ]);
    expect(lintCheckSums(cells(15_501).slice(1))).toEqual([]);
  });

  it('finds gaps and overlaps of modules', () => {
    const [first, second] = RULE_MODULES.filter((module) => module.component === 'persontilskudd');
    if (!first || !second) throw new Error('persontilskudd has two modules');
    const codes = (start: number): string[] =>
      lintRules([first, { ...second, firstGrantYear: start }], [], rules.limits).map((finding) => finding.code);
    expect([codes(2018), codes(2019), codes(2020)]).toEqual([['RULE_OVERLAP'], [], ['RULE_GAP']]);
  });
});
