import { asDay, type Component, formatDay } from '../../domain';
import type { Step } from '../../report/explanation/explanation';
import { allRows, visibleRows } from '../register/register-rows';
import { rowSentence } from '../register/row-sentence';
import type { Subject } from '../register/subject';
import { extractCell } from '../steps/sources';
import { step } from '../steps/step';

/** Rows that a component of persons could start from, as words. */
const NO_ROWS: Readonly<Partial<Record<Component, string>>> = {
  persontilskudd: 'no_target_group_rows',
  grunntilskudd: 'no_target_group_rows',
  persontilskudd37d: 'no_6a_rows',
  utvidet43g: 'no_43g_rows',
  asylnorsk: 'no_asylum_rows',
  kulturtilskudd: 'no_asylum_rows',
  samfunnskunnskap_mottak: 'no_asylum_rows',
};

/** Components that start from rows of persons. */
export function startsFromRows(component: Component): boolean {
  return NO_ROWS[component] !== undefined;
}

/** That the register had no row to try, with the rows that were registered too late for the run. */
export function noCandidates(subject: Subject, component: Component, id: string): Step {
  const made = step(`${id}/rows`, 'NO_CANDIDATES', { rowsWord: NO_ROWS[component] ?? '' }, [
    extractCell(subject.snapshot, tableOf(component), 0),
  ]);
  return { ...made, steps: hiddenRows(subject, component, id) };
}

function hiddenRows(subject: Subject, component: Component, id: string): Step[] {
  const { asOf } = subject.context.request;
  const table = tableOf(component);
  const visible = new Set(visibleRows(subject, table, asOf).map(({ line }) => line));
  return allRows(subject, table)
    .filter(({ line }) => !visible.has(line))
    .map((row) => {
      const params = { registeredDay: formatDay(asDay(row.registeredOn)), asOfDay: formatDay(asDay(asOf)) };
      const sentence = rowSentence(`${id}/hidden/${row.line}/row`, row, { subject });
      return { ...step(`${id}/hidden/${row.line}`, 'ROW_NOT_VISIBLE', params), steps: [sentence] };
    });
}

function tableOf(component: Component): 'decisions' | 'target_group' {
  return component === 'utvidet43g' ? 'decisions' : 'target_group';
}
