import { AdviceSurvey } from '../../../src/analysis/advice/advice-survey';
import { planFacts } from '../../../src/analysis/facts/fact-plan';
import { collectStatistics, NO_KOMMUNE } from '../../../src/analysis/statistics/collect-statistics';
import { sumFigures } from '../../../src/analysis/statistics/count-table';
import { type Finding, knownDay, parseRecipientCode } from '../../../src/domain';
import { testRules } from '../support/registers';
import { checkedRun, PERSON, registerOf, type Tables } from './support';

const OLD = '209800000203';
const OF_OLD = (protection: string, registeredOn: string) => `${OLD},1990-05-17,SYR,,,${protection},${registeredOn}`;

/** Somebody whose counting row says nothing of protection, merged with an id whose row does. */
function merged(oldRow: string, kommune: string, more: Tables = {}): Tables {
  return {
    persons: [`${PERSON},1990-05-17,SYR,,,,2016-02-01`, oldRow],
    person_ids: [`${OLD},${PERSON},2018-01-01`],
    target_group: [`T1,${PERSON},integreringsloven,right_and_duty,2022-03-01,2022-03-01,,2022-03-05`],
    decisions: [`D1,${PERSON},0301,norwegian_and_social_studies,granted,2022-04-01,2022-04-02`],
    residence: [
      `${PERSON},${kommune},registered,2022-03-01,2022-06-30,2022-03-02`,
      `${PERSON},${kommune},registered,2022-06-01,,2022-06-02`,
    ],
    ...more,
  };
}

const ofPerson = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ personId }) => personId === Number(PERSON));

test.each([
  ['a row that does not count', OF_OLD('confidential', '2016-02-01')],
  ['a row that is registered after D', OF_OLD('strictly_confidential', '2030-01-01')],
])('of a merged person no finding tells the kommune where protection stands on %s', (_where, oldRow) => {
  const { findings, result } = checkedRun(merged(oldRow, '1103'), 2023, '2023-12-31');
  const told = ofPerson([...findings, ...result.findings]);
  expect(told.map(({ code }) => code)).toContain('RESIDENCE_OVERLAP');
  expect(JSON.stringify(told)).not.toContain('1103');
});

test('of a merged person without protection the kommune is told', () => {
  const { findings } = checkedRun(merged(OF_OLD('', '2016-02-01'), '1103'), 2023, '2023-12-31');
  expect(ofPerson(findings).map(({ kommune }) => kommune)).toContain('1103');
});

test('a split is not told of a protected person: in some years only one kommune was split', () => {
  const open = checkedRun(merged(OF_OLD('', '2016-02-01'), '1507'), 2024, '2024-12-31').result.findings;
  expect(ofPerson(open).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['NO_UNIQUE_SUCCESSOR', 'GRUNNTILSKUDD_CODE_SPLIT']),
  );
  const { findings } = checkedRun(merged(OF_OLD('confidential', '2016-02-01'), '1507'), 2024, '2024-12-31').result;
  const told = ofPerson(findings);
  expect(told.map(({ code }) => code)).toContain('PROTECTED_PLACE_UNSETTLED');
  expect(JSON.stringify(told)).not.toMatch(/1507|SPLIT|SUCCESSOR/);
});

test.each([
  ['protected', 'confidential', 0, 1],
  ['open', '', 1, 0],
])('statistics and advice take a merged person as %s', (_name, protection, inKommune, withoutKommune) => {
  const rules = testRules();
  const hours = [`H1,${PERSON},1103,2023-02,norwegian,10,2023-03-01`];
  const tables = merged(OF_OLD(protection, '2016-02-01'), '1103', { hours, decisions: [] });
  const register = registerOf(tables, rules);
  const asOf = knownDay('2023-12-31');
  const { participants } = collectStatistics(register, rules, 2023, asOf);
  const personsIn = (kommune: number): number => sumFigures(participants.bySex.row(kommune)).persons;
  expect([personsIn(parseRecipientCode('1103') ?? 0), personsIn(NO_KOMMUNE)]).toEqual([inKommune, withoutKommune]);
  const survey = new AdviceSurvey(planFacts(rules, 2023, asOf));
  for (const block of register.blocks()) survey.observe(block);
  const { open, protectedOnly } = survey.finish().decisionMissing;
  const [told, hidden] = [open, protectedOnly].map(({ cell }) => cell.length > 0);
  expect([told, hidden]).toEqual([protection === '', protection !== '']);
});
