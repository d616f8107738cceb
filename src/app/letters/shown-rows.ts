import { COMPONENTS, reportedGroups } from '../../domain';
import type { AmountRow } from '../../report';
import type { HiddenCells } from '../report/hidden-cells';
import type { RunRates } from '../report/run-rates';
import type { RatedPersons } from '../report/told-rates';
import type { AmountCell } from './settlements';

/** What a letter that anybody may read does not show. */
export interface HiddenParts extends HiddenCells {
  readonly rates: Pick<RunRates, 'tellsOf'>;
}

/**
 * Rows of a group as anybody may see them: of a component that the shared report hides, its name alone; in the others rows
 * of few persons stand together with the next smallest, until public rates no longer tell them apart.
 */
export function shownRows(recipientId: string, cells: readonly AmountCell[], hidden: HiddenParts): AmountRow[] {
  const components = COMPONENTS.filter((component) => cells.some(({ row }) => row.component === component));
  return components.flatMap((component): AmountRow[] => {
    const own = cells.filter(({ row }) => row.component === component);
    const blank = { component, code: '', reason: '', cause: '', caseNumber: 0, rateNok: undefined };
    const {
      alone,
      together,
      hidden: few,
    } = reportedGroups(own, (rows) => hidden.rates.tellsOf(component, rows.map(rated)));
    if (hidden.has(recipientId, component) || few.length > 0) {
      return [{ ...blank, grantYear: 0, persons: undefined, amountNok: undefined }];
    }
    const rows = own.filter((cell) => alone.includes(cell)).map(({ row }) => row);
    if (together.length === 0) return rows;
    const years = new Set(together.map(({ row }) => row.grantYear));
    const persons = new Set(together.flatMap((cell) => [...cell.persons])).size;
    const amountNok = together.reduce((sum, { row }) => sum + row.amountNok, 0);
    const [year = 0] = years;
    return [...rows, { ...blank, grantYear: years.size === 1 ? year : 0, persons, amountNok }];
  });
}

/** The persons of a row at the rate that all of them have; at none where it is a part of their year. */
function rated({ row: { reason, rateNok = -1, persons = 0 } }: AmountCell): RatedPersons {
  const ratesNok = [reason === 'regular' ? rateNok : -1];
  return { group: '', ratesNok, persons, amountsNok: ratesNok.map((nok) => nok * persons) };
}
