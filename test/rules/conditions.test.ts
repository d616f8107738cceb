import {
  decisionConditionOf,
  limitsOf,
  RULE_MODULES,
  readingsOf,
  rulesOf,
  sayNoGrant,
  sayStep,
  withLimits,
} from '../../rules';
import { asDay, type Condition, dayOf, type LimitKey, partsOfCell, type RuleModule } from '../../src/domain';
import { contextOf } from '../../src/engine';
import { lawText } from '../../src/messages/explain/explain-text';
import { shippedRules } from '../support/shipped';
import { personWith } from './support/one-person';

const rules = shippedRules();
const conditions: readonly [string, RuleModule, Condition][] = RULE_MODULES.flatMap((module) =>
  module.conditions.map((condition): [string, RuleModule, Condition] => [
    `${module.id} ${condition.id}`,
    module,
    condition,
  ]),
);

function yearOf(grantYear: number, limits = rules.limits) {
  const request = { grantYear, term: 4 as const, asOf: dayOf(grantYear, 12, 31), excluded: [] };
  return contextOf(grantYear, request, { ...rules, limits });
}

const valuesIn = (text: string): string[] => [...new Set(text.match(/\{=?[\w-]+\}/g) ?? [])].sort();

describe.each(conditions)('%s', (_name, module, condition) => {
  const context = yearOf(module.lastGrantYear ?? Math.max(module.firstGrantYear, 2024));

  test('reads cells that there are, and limits that the module lists', () => {
    for (const cell of condition.cells) expect(partsOfCell(cell)).toHaveLength(2);
    for (const key of condition.limits) {
      expect(module.limits).toContain(key);
      expect(limitsOf(context).text(key)).not.toBe('');
    }
  });

  test('turns on dates that it reads', () => {
    for (const turn of condition.turns(context)) {
      const of = 'cell' in turn ? [turn.cell, turn.than] : [turn.on, 'persons.birthDate' as const];
      for (const cell of of) if (typeof cell !== 'number') expect(condition.cells).toContain(cell);
    }
  });

  test('says the same in both languages, met and not met', () => {
    const bound = condition.bind(context);
    expect(bound.reason.nb).not.toBe('');
    expect(valuesIn(bound.reason.en)).toEqual(valuesIn(bound.reason.nb));
    for (const met of [true, false]) {
      const said = bound.say({ person: personWith({}), row: 0, met, anchorRow: 0, decisionRow: 0 });
      if (said === undefined) continue;
      expect(valuesIn(said.text.en)).toEqual(valuesIn(said.text.nb));
      for (const language of ['nb', 'en'] as const) {
        expect(lawText(said.text, language, said.params, said.words)).not.toMatch(/[{}]|undefined|NaN|\s\s/);
      }
      // The date of a decision is told, though it decides nothing.
      const read: readonly string[] = [...condition.cells, 'decisions.decidedOn'];
      for (const { cell } of said.cells) expect(read).toContain(cell);
    }
  });
});

test.each<[LimitKey, string, number, string, string]>([
  ['persontilskudd.age_on_permit', '20-59', 2024, 'fra og med 20 til og med 59', 'from 20 to 59'],
  ['persontilskudd.age_at_year_start', '0-69', 2024, 'under 70', 'below 70'],
  ['persontilskudd.years_paid', '4', 2024, 'år 1, 2, 3 og 4', 'years 1, 2, 3 and 4'],
  ['persontilskudd.decision_needed_from', '2030-02-01', 2024, 'før 1. februar 2030', 'before 1 February 2030'],
  ['persontilskudd.categories', 'duty asylum_seeker', 2024, '«plikt» eller «asylsøker»', '“duty” or “asylum seeker”'],
  ['asylum.age_on_entry', '20-30', 2022, 'fra og med 20 til og med 30', 'from 20 to 30'],
  ['utvidet43g.decided_from', '2024-02-01', 2024, 'fra 1. februar 2024', 'from 1 February 2024'],
])('a sentence has the value of %s as the limits have it: %s', (key, value, year, nb, en) => {
  const context = yearOf(year, withLimits(rules, year, { [key]: value }).limits);
  const person = personWith({ law: 1, category: 0 });
  const texts = (language: 'nb' | 'en'): string[] =>
    rulesOf(year)
      .flatMap((module) => module.conditions.filter(({ limits }) => limits.includes(key)))
      .flatMap((condition) =>
        [true, false].flatMap((met) => {
          const said = condition.bind(context).say({ person, row: 0, met, anchorRow: 0, decisionRow: -1 });
          return said ? [lawText(said.text, language, said.params, said.words)] : [];
        }),
      );
  expect(texts('nb')).toContainEqual(expect.stringContaining(nb));
  expect(texts('en')).toContainEqual(expect.stringContaining(en));
});

test('the limits of a rule are those of its conditions and other readings, each once', () => {
  for (const module of RULE_MODULES) {
    const read = new Set(readingsOf(module).flatMap(({ limits }) => limits));
    expect(module.limits).toEqual([...read].sort());
  }
});

test('persontilskudd and 37 d need a decision, each of its kind', () => {
  const kinds = rulesOf(2024).flatMap((module) => {
    const kind = decisionConditionOf(module)?.decisionKind;
    return kind === undefined ? [] : [[module.component, kind]];
  });
  expect(kinds).toEqual([
    ['persontilskudd', 0],
    ['persontilskudd37d', 1],
  ]);
});

test('an empty permit is named where the row is judged by it, and not where it is not', () => {
  const [, , age] = conditions.find(([name]) => name === 'persontilskudd@2019 E3') ?? [];
  const bound = age?.bind(yearOf(2024));
  expect(bound?.emptyCell?.(personWith({ law: 1, permitGrantedOn: null }), 0)).toBe('targetGroup.permitGrantedOn');
  expect(bound?.emptyCell?.(personWith({ law: 0, permitGrantedOn: null }), 0)).toBeUndefined();
  expect(bound?.emptyCell?.(personWith({ law: 1, permitGrantedOn: asDay(0) }), 0)).toBeUndefined();
});

test.each([
  ['1-3:low 4-150:high', 0, 'Uten personer gis det ikke grunntilskudd.'],
  ['1-3:low 4-150:high', 3, 'Én til tre personer gir lavt grunntilskudd.'],
  ['1-3:low 4-150:high', 4, 'Fire til 150 personer gir høyt grunntilskudd.'],
  ['1-3:low 4-150:high', 151, 'Over 150 personer gir ikke grunntilskudd.'],
  ['1-3:low 20-:high', 20, '20 personer eller flere gir høyt grunntilskudd.'],
  ['1-3:low 20-:high', 5, 'Over 3 og under 20 personer gir ikke grunntilskudd.'],
  ['1-1:low 5-9:high', 1, 'Én person gir lavt grunntilskudd.'],
  ['5-9:high', 4, 'Under 5 personer gir ikke grunntilskudd.'],
])('of the steps %s, %d persons: %s', (steps, persons, nb) => {
  const context = yearOf(2024, withLimits(rules, 2024, { 'grunntilskudd.steps': steps }).limits);
  expect(sayStep(context, persons).text.nb).toBe(nb);
});

test.each([
  [
    '1-3:low 4-150:high',
    0,
    'Nobody was counted here on {countDay}, so there is no grunntilskudd. One person would have given the low one.',
  ],
  [
    '5-:high',
    0,
    'Nobody was counted here on {countDay}, so there is no grunntilskudd. Five persons would have given the high one.',
  ],
  ['1-3:low 4-150:high', 3, undefined],
  [
    '1-9:low',
    11,
    'Counted here on {countDay}: {countPersons}. More than {mostCount} give no grunntilskudd; {overPersons} fewer would have given the low one.',
  ],
  ['1-3:low 20-:high', 500, undefined],
])('of the steps %s, %d persons are no grunntilskudd since: %s', (steps, persons, en) => {
  const context = yearOf(2024, withLimits(rules, 2024, { 'grunntilskudd.steps': steps }).limits);
  expect(sayNoGrant(context, persons)?.text.en).toBe(en);
});
