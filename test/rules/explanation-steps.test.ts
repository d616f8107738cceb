import { findCalendar, RULE_MODULES } from '../../rules';
import { type Decided, dayOf, type ExplanationStep, Outcome, partsOfCell } from '../../src/domain';
import { contextOf } from '../../src/engine';
import { lawText } from '../../src/messages/explain/explain-text';
import { shippedRules } from '../support/shipped';
import { personWith } from './support/one-person';

const rules = shippedRules();

const valuesIn = (text: string): string[] => [...new Set(text.match(/\{=?[\w-]+\}/g) ?? [])].sort();
const written = ({ params }: ExplanationStep): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? '0301 Oslo' : value]),
  );

/** What a person with one row comes to, by every rule, in the rule's last year or 2024. */
const decisions = RULE_MODULES.map((module) => {
  const grantYear = module.lastGrantYear ?? Math.max(module.firstGrantYear, 2024);
  const request = { grantYear, term: 4 as const, asOf: dayOf(grantYear, 12, 31), excluded: [] };
  const context = contextOf(grantYear, request, rules);
  const person = personWith({});
  const outcome = new Outcome();
  module.prepare(context)(person, outcome);
  const decided: Decided = { context, person, outcome, dueNok: 1000 };
  return [module.id, module, decided] as const;
});

test.each(decisions)(
  'what %s tells of its decisions is the same in both languages, and names its sources',
  (_id, module, decided) => {
    if (decided.outcome.chosenRow < 0 || decided.outcome.recipients.length === 0) return;
    for (const told of module.readings.flatMap((reading) => reading.say(decided))) {
      expect(valuesIn(told.text.en)).toEqual(valuesIn(told.text.nb));
      for (const language of ['nb', 'en'] as const) {
        expect(lawText(told.text, language, written(told), told.words)).not.toMatch(/[{}]|undefined|NaN|\s\s/);
      }
      expect(told.sources).not.toEqual([]);
      for (const source of told.sources) if ('cell' in source) expect(partsOfCell(source.cell)).toHaveLength(2);
    }
  },
);

test.each([
  [2023, 1, 2, 'Beløpet forfaller først i termin 2. I termin 1 har ingenting forfalt til utbetaling.'],
  [2023, 2, 2, 'Hele beløpet forfaller i termin 2, og 1\u00a0000\u00a0kr har forfalt til utbetaling.'],
  [
    2024,
    2,
    1,
    'Beløpet fordeles likt på terminene 1 til 4. I termin 2 har 1\u00a0000\u00a0kr × 2 / 4 forfalt til utbetaling, rundet ned til hele kroner: 500\u00a0kr.',
  ],
  [
    2024,
    4,
    1,
    'Beløpet fordeles likt på terminene 1 til 4. I termin 4 har hele beløpet forfalt til utbetaling: 1\u00a0000\u00a0kr.',
  ],
  [2024, 4, 4, 'Hele beløpet forfaller i termin 4, og 1\u00a0000\u00a0kr har forfalt til utbetaling.'],
] as const)('%d, term %d, due from term %d: %s', (year, term, firstTerm, nb) => {
  const calendar = findCalendar(year, rules.limits);
  const dueNok = calendar?.cumulativeDue('persontilskudd', 1000, firstTerm, term) ?? 0;
  const said = calendar?.say('persontilskudd', { annualNok: 1000, dueNok, firstTerm, term });
  expect(said && lawText(said.text, 'nb', said.params)).toBe(nb);
  expect(said?.assumptions).toEqual(year === 2024 && term === 2 ? ['A16'] : []);
});
