import { moduleFor } from '../../../rules';
import { asDay, type Component, formatDay } from '../../domain';
import type { Step } from '../../report/explanation/explanation';
import { allRows, visibleRows } from './register-rows';
import { rowSentence } from './row-sentence';
import { step } from './step';
import type { Subject } from './subject';
import type { ToldChapter } from './told-chapter';

/** Rows that a component could start from, as words. */
const NO_ROWS: Readonly<Partial<Record<Component, string>>> = {
  persontilskudd: 'no_target_group_rows',
  grunntilskudd: 'no_target_group_rows',
  persontilskudd37d: 'no_6a_rows',
  utvidet43g: 'no_43g_rows',
  asylnorsk: 'no_asylum_rows',
  kulturtilskudd: 'no_asylum_rows',
  samfunnskunnskap_mottak: 'no_asylum_rows',
};

/** Components of the run for which the register has no row of the person to try. */
export function emptyChapters(subject: Subject, known: ReadonlySet<string>): ToldChapter[] {
  return computedFor(subject)
    .filter(({ grantYear, component }) => !known.has(`${grantYear}/${component}`))
    .map(({ grantYear, component }) => {
      const id = `${grantYear}/${component}`;
      const params = { rowsWord: NO_ROWS[component] ?? '' };
      const steps = [{ ...step(`${id}/rows`, 'NO_CANDIDATES', params), steps: hiddenRows(subject, component, id) }];
      const title = step(id, 'TITLE_CHAPTER', { componentWord: component, year: grantYear });
      const sections = [{ id: `${id}/row`, title: 'SECTION_WHY_NOT' as const, steps }];
      return { grantYear, component, chapter: { id, title, sections } };
    });
}

/** What the run computes for persons, the count for grunntilskudd included. */
function computedFor({ context }: Subject): { grantYear: number; component: Component }[] {
  const { manifest, request } = context;
  const computed = manifest.modules.map((row) => ({ grantYear: row.grant_year, component: row.component }));
  const counts = moduleFor('grunntilskudd', request.grantYear) && !request.excluded.includes('grunntilskudd');
  const listed = computed.some(({ component }) => component === 'grunntilskudd');
  const count = { grantYear: request.grantYear, component: 'grunntilskudd' as const };
  return [...computed, ...(counts && !listed ? [count] : [])].filter(({ component }) => NO_ROWS[component]);
}

/** Rows that were registered too late for the run. */
function hiddenRows(subject: Subject, component: Component, id: string): Step[] {
  const { asOf } = subject.context.request;
  const table = component === 'utvidet43g' ? 'decisions' : 'target_group';
  const visible = new Set(visibleRows(subject, table, asOf).map(({ line }) => line));
  return allRows(subject, table)
    .filter(({ line }) => !visible.has(line))
    .map((row) => {
      const params = { registeredDay: formatDay(asDay(row.registeredOn)), asOfDay: formatDay(asDay(asOf)) };
      const sentence = rowSentence(`${id}/hidden/${row.line}/row`, row, { subject });
      return { ...step(`${id}/hidden/${row.line}`, 'ROW_NOT_VISIBLE', params), steps: [sentence] };
    });
}
