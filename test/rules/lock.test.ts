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
  sourceFileOf,
} from '../../rules';
import { moduleBehaviour } from '../../rules/lock/behaviour';
import { currentLock } from '../../rules/lock/current-lock';
import { stripComments } from '../../rules/lock/strip-comments';
import type { Rate } from '../../src/domain';
import { SHIPPED_TEXTS, shippedRules } from '../support/shipped';

const folder = join(__dirname, '..', '..', 'rules');
const sources = new Map(
  lockedIds().map((id) => [sourceFileOf(id), readFileSync(join(folder, sourceFileOf(id)), 'utf8')]),
);
const rules = shippedRules();
const current = currentLock(sources, rules);

describe('frozen rules', () => {
  it('are what the lock file says', () => {
    expect(compareLock(parseRuleLock(readFileSync(join(folder, RULE_LOCK_FILE), 'utf8')), current)).toEqual([]);
  });

  it('notice a change of behaviour, of source, a rule that is gone and one that is new', () => {
    const { amounts, ...rest } = current.rules;
    const changed = {
      format: 1 as const,
      rules: {
        ...rest,
        'persontilskudd@2016': { source: current.rules['persontilskudd@2016']?.source ?? '', behaviour: 'other' },
        'asylnorsk@2017': { source: 'other', behaviour: current.rules['asylnorsk@2017']?.behaviour ?? '' },
        'gone@2000': { source: '', behaviour: '' },
      },
    };
    expect(amounts).toBeDefined();
    expect(compareLock(changed, current)).toEqual([
      { rule: 'amounts', problem: 'not_locked' },
      { rule: 'asylnorsk@2017', problem: 'source_changed' },
      { rule: 'gone@2000', problem: 'gone' },
      { rule: 'persontilskudd@2016', problem: 'behaviour_changed' },
    ]);
    expect(extendLock(changed, current).rules['persontilskudd@2016']?.behaviour).toBe('other');
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
      modules.map((module) => moduleBehaviour(module, loadRules({ ...SHIPPED_TEXTS, kommuner }, [])));
    const before = '1508,Ålesund,2024-01-01,,15,Møre og Romsdal,,';
    const today = behaviours(SHIPPED_TEXTS.kommuner);
    expect(today).toHaveLength(1);
    expect(behaviours(change(before, '1508,Ålesund,2024-01-01,2028-01-01,15,Møre og Romsdal,1580 1103,'))).toEqual(
      today,
    );
    expect(behaviours(change(before, '1508,Ålesund,2024-01-01,2025-01-01,15,Møre og Romsdal,1580 1103,'))).not.toEqual(
      today,
    );
  });

  it('tell every module apart by what it does', () => {
    const behaviours = Object.entries(current.rules).map(([, entry]) => entry.behaviour);
    expect(new Set(behaviours).size).toBe(behaviours.length);
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
    expect(lintRules(RULE_MODULES, rules.shippedRates).filter((finding) => finding.severity === 'error')).toEqual([]);
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
    expect(lintRules(RULE_MODULES, rates).map((finding) => finding.code)).toEqual(codes);
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
      lintRules([first, { ...second, firstGrantYear: start }], []).map((finding) => finding.code);
    expect([codes(2018), codes(2019), codes(2020)]).toEqual([['RULE_OVERLAP'], [], ['RULE_GAP']]);
  });
});
