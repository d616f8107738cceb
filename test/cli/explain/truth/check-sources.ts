import { checkCell } from './check-cells';
import {
  type ExplainedPerson,
  type ExplainedSource,
  type ExplainedStep,
  type ExplainedWorld,
  shippedRow,
  stepsOf,
} from './explained-world';

/**
 * Faults of the sources of an explanation: each address is looked up in the files themselves, and what stands there
 * must be what the sentence says.
 *
 * @param ids every id of the person, empty for a kommune
 */
export function checkSources(told: ExplainedPerson, world: ExplainedWorld, ids: ReadonlySet<string>): string[] {
  const steps = [told.title, ...told.head, ...told.chapters.flatMap((chapter) => [chapter.title, ...stepsOf(chapter)])];
  const known = steps.map(({ id }) => id);
  return steps.flatMap((step) =>
    step.sources.flatMap((source, nth) =>
      checkSource(step, source, nth, { told, world, ids, known }).map(
        (fault) => `${told.subject} ${step.code} ${JSON.stringify(source)}: ${fault}`,
      ),
    ),
  );
}

interface Surroundings {
  readonly told: ExplainedPerson;
  readonly world: ExplainedWorld;
  readonly ids: ReadonlySet<string>;
  readonly known: readonly string[];
}

function checkSource(step: ExplainedStep, source: ExplainedSource, nth: number, around: Surroundings): string[] {
  const { told, world, ids, known } = around;
  const run = world.runs.get(told.run_id);
  switch (source.kind) {
    case 'extract': {
      // A whole file: that it has no row to tell of, or which ids it joins.
      if (source.line === 0) return source.column === '' ? [] : ['a column of no row'];
      const extract = (source.run === undefined ? run : world.runs.get(source.run))?.extract;
      const row = extract?.row(source.file, source.line);
      if (!row) return ['no such row'];
      return ids.has(row.person_id ?? '') ? checkCell(step, source, row, nth) : ['a row of somebody else'];
    }
    case 'parameter':
      return checkParameter(step, source, run?.folder.row(source.file, source.line) ?? {});
    case 'register': {
      const row = shippedRow(source.file, source.key);
      if (step.code === 'CLASS_UNKNOWN') return row === undefined ? [] : ['the region table has it'];
      if (row === undefined) return ['no such key'];
      return source.file !== 'regions.csv' || row.includes(String(step.params.regionWord)) ? [] : [row];
    }
    case 'case':
      return [...(run?.folder.rows('cases_before.csv').values() ?? [])].some(({ act }) => act === String(source.act))
        ? []
        : ['no such act'];
    case 'posting':
      return checkPosting(step, source, world);
    case 'run_file':
      return source.line === 0 ? [] : checkPayout(step, run?.folder.row(source.file, source.line) ?? {});
    case 'step':
      return known.some((id) => id.startsWith(source.step)) ? [] : ['no such step'];
    case 'rule':
      return /^rulebook \d/.test(source.paragraph) ? [] : ['no paragraph'];
  }
}

function checkParameter(
  step: ExplainedStep,
  source: Extract<ExplainedSource, { kind: 'parameter' }>,
  row: Readonly<Record<string, string>>,
): string[] {
  // A choice of the law stands in the sentence in its own words.
  const assumption = row.kind === 'assumption' || row.kind === 'limit';
  const name = assumption ? `${row.key} ${row.value}` : `${row.key}/${row.grant_year}/${row.rate_class}`;
  const used = assumption || Object.values(step.params).some((value) => String(value) === row.value);
  const same = name === source.name && row.status === source.status && row.source === source.source;
  return [...(same ? [] : [`the row is ${JSON.stringify(row)}`]), ...(used ? [] : [`told without ${row.value}`])];
}

function checkPosting(
  step: ExplainedStep,
  source: Extract<ExplainedSource, { kind: 'posting' }>,
  { runs, opening }: ExplainedWorld,
): string[] {
  const place = String(step.params.place).split(' ')[0];
  const amount = Number(step.params.amountNok);
  const posted = runs.get(source.run);
  if (posted) {
    const row = [...posted.folder.rows('payout_lines.csv').values()][source.line - 1];
    const same = Number(row?.amount) === amount && (place === '' || row?.basis_recipient_id === place);
    return same ? [] : [`the line is ${JSON.stringify(row)}`];
  }
  const rows = [...opening.rows('opening_postings.csv').values()];
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = [row.grant_year, row.component, row.person_id, row.recipient_id].join();
    sums.set(key, (sums.get(key) ?? 0) + Number(row.amount));
  }
  return [...sums].some(([key, sum]) => sum === amount && (place === '' || key.endsWith(`,${place}`)))
    ? []
    : ['no such opening posting'];
}

/** A row of payouts.csv holds the sums that the sentence tells. */
function checkPayout({ params }: ExplainedStep, row: Readonly<Record<string, string>>): string[] {
  const columns = {
    linesNok: 'lines_total',
    carriedInNok: 'carried_in',
    paidNok: 'paid',
    carriedOutNok: 'carried_out',
    paymentRef: 'payment_ref',
    groupWord: 'netting_group',
  };
  return Object.entries(columns).flatMap(([name, column]) =>
    params[name] === undefined || String(params[name]) === row[column] ? [] : [`${column} is ${row[column]}`],
  );
}
