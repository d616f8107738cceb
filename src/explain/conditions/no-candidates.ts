import { asDay, type CandidateRows, formatDay } from '../../domain';
import type { Step } from '../../report';
import { allRows, visibleRows } from '../register/register-rows';
import { rowSentence } from '../register/row-sentence';
import { contractNames, type PersonTable, type Subject } from '../register/subject';
import { extractCell } from '../steps/sources';
import { step } from '../steps/step';

/** That the register had no row to try, with the rows that were registered too late for the run. */
export function noCandidates(subject: Subject, rows: CandidateRows, id: string): Step {
  const { word, text } = rows.none;
  const { table } = contractNames(rows.table, '');
  const made = step(`${id}/rows`, 'NO_CANDIDATES', { rowsWord: word }, [extractCell(subject.snapshot, table, 0)]);
  return { ...made, words: { [word]: text }, steps: hiddenRows(subject, table, id) };
}

function hiddenRows(subject: Subject, table: PersonTable, id: string): Step[] {
  const { asOf } = subject.context.request;
  const visible = new Set(visibleRows(subject, table, asOf).map(({ line }) => line));
  return allRows(subject, table)
    .filter(({ line }) => !visible.has(line))
    .map((row) => {
      const params = { registeredDay: formatDay(asDay(row.registeredOn)), asOfDay: formatDay(asDay(asOf)) };
      const sentence = rowSentence(`${id}/hidden/${row.line}/row`, row, { subject });
      return { ...step(`${id}/hidden/${row.line}`, 'ROW_NOT_VISIBLE', params), steps: [sentence] };
    });
}
