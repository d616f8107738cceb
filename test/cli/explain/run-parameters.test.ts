import { loadShippedRules } from '../../../src/app/shipped-rules';
import { runParameters } from '../../../src/explain/run/run-parameters';

test('an assumption is told with the value and the status that it had when the run was made', () => {
  const shipped = loadShippedRules();
  const csv = 'kind,key,grant_year,rate_class,value,status\nassumption,A8,,,of-then,secondary\n';
  const { rules, lineOf } = runParameters(shipped, csv);
  const told = rules.assumptions.assumptions.find(({ id }) => id === 'A8');
  expect([told?.value, told?.status, lineOf('A8')]).toEqual(['of-then', 'secondary', 2]);
  const other = ({ assumptions }: typeof shipped) => assumptions.assumptions.find(({ id }) => id === 'A6');
  expect(other(rules)?.status).toBe(other(shipped)?.status);
});
