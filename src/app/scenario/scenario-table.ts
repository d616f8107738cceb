import { formatDay } from '../../domain';
import { type Cell, RunFolder, writeTableForPeople } from '../../payout';
import { recipientText } from '../recipient-text';
import type { ScenarioResult } from './execute-scenarios';
import { fylkeOf } from './fylke-of';
import type { Figures } from './scenario-answer';

const HEAD = ['mark', 'scenario', 'grant_year', 'as_of'];
const FIGURES = ['amount', 'base_amount', 'difference', 'persons', 'base_persons'];
const RECIPIENTS = [...HEAD, 'recipient_id', ...FIGURES, 'name', 'fylke_id', 'fylke_name'];
const CELLS = [...HEAD, 'component', 'year_number', 'rate_class', 'rate', 'base_rate', ...FIGURES];
const LAW = ['mark', 'scenario', 'what', 'from', 'to'];

/**
 * Writes scenarios.csv (a row a scenario and recipient), cells.csv (component, year number and class) and law.csv into a new
 * folder, every row marked.
 */
export function writeScenarios(results: readonly ScenarioResult[], folder: string): void {
  const head = ({ name, grantYear, asOf }: ScenarioResult): Cell[] => ['SCENARIO', name, grantYear, formatDay(asOf)];
  const recipients = results.flatMap((result) =>
    result.answer.recipients.map(({ recipient, ...row }): Cell[] => {
      const fylke = fylkeOf(recipient);
      const names = [result.nameOf(recipient), recipientText(fylke), result.nameOf(fylke)];
      return [...head(result), recipientText(recipient), ...figureCells(row), ...names];
    }),
  );
  const cells = results.flatMap((result) =>
    result.answer.cells.map(({ component, yearNumber, rateClass, rateNok, baseRateNok, ...row }): Cell[] => {
      const rates = [rateNok ?? null, baseRateNok ?? null];
      return [...head(result), component, yearNumber || null, rateClass, ...rates, ...figureCells(row)];
    }),
  );
  const law = results.flatMap(({ name, law: changes }) =>
    changes.map(({ what, from, to }): Cell[] => ['SCENARIO', name, what, from, to]),
  );
  RunFolder.write(folder, (out) => {
    writeTableForPeople(out.createFile('scenarios.csv'), RECIPIENTS, recipients);
    writeTableForPeople(out.createFile('cells.csv'), CELLS, cells);
    writeTableForPeople(out.createFile('law.csv'), LAW, law);
  });
}

function figureCells({ amountNok, baseNok, persons, basePersons }: Figures): Cell[] {
  const difference = baseNok === undefined ? null : amountNok - baseNok;
  return [amountNok, baseNok ?? null, difference, persons, basePersons ?? null];
}
