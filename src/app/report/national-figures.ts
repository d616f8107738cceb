import { csvRecords, isCountedName, reportedGroups } from '../../domain';
import type { Cohort, CountedSum, RunFigures, Shown } from '../../report';
import type { OpenRun } from '../explain/open-run-context';
import type { BatchHistory, PastBatch } from '../preview/batch-history';
import { cellsOrSum } from './analysis/shared-groups';
import type { FindingCount } from './finding-counts';
import { heldOf, holdsOfFew, isFew } from './held-persons';

/** Figures of a run and of those before it; of fewer persons than may be told, none. */
export function runFigures({ batch, figures, lastTerm, lastYear }: BatchHistory, isShared: boolean): RunFigures[] {
  return [{ batch, figures }, ...[lastTerm, lastYear].flatMap((past) => past ?? [])].map((one) =>
    figuresOf(one, isShared),
  );
}

function figuresOf({ batch, figures }: PastBatch, isShared: boolean): RunFigures {
  const isSmall = isShared && isFew(figures.persons);
  const areFewCorrected = isShared && isFew(batch.personsCorrected);
  const shown = (value: number, isHidden = isSmall): Shown => (isHidden ? undefined : value);
  return {
    runId: batch.runId,
    grantYear: batch.grantYear,
    term: batch.term,
    persons: shown(figures.persons),
    lines: shown(figures.lines),
    grossNok: shown(figures.grossNok, isSmall || areFewCorrected),
    correctionsNok: shown(figures.correctionsNok, isSmall || areFewCorrected),
    netNok: shown(figures.netNok),
    paidNok: shown(figures.paidNok),
    heldNok: shown(batch.heldNok, isSmall || (isShared && holdsOfFew(batch))),
  };
}

/** Held amounts by reason; those of few persons together, or not at all. */
export function heldSums(context: OpenRun, isShared: boolean): CountedSum[] {
  const held = isShared ? heldOf(context) : [];
  const reasons = [...new Set(context.manifest.held.map(({ reason }) => reason))].sort();
  const sums = reasons.map((name) => {
    const own = context.manifest.held.filter(({ reason }) => reason === name);
    const count = own.reduce((sum, { rows }) => sum + rows, 0);
    const amountNok = own.reduce((sum, { sum_nok: nok }) => sum + nok, 0);
    const persons = new Set(held.flatMap(({ reason, person }) => (reason === name ? [person] : [])));
    return { name, severity: '', count, amountNok, persons };
  });
  const { alone, together, hidden } = reportedGroups(sums);
  const joined: CountedSum = {
    name: 'various',
    severity: '',
    count: together.reduce((sum, { count }) => sum + count, 0),
    amountNok: together.reduce((sum, { amountNok }) => sum + amountNok, 0),
  };
  return [
    ...alone.map(({ name, severity, count, amountNok }) => ({ name, severity, count, amountNok })),
    ...(together.length === 0 ? [] : [joined]),
    ...hidden.map(({ name, severity }) => ({ name, severity, count: undefined, amountNok: undefined })),
  ];
}

const SEVERITIES = ['error', 'warning', 'info'];

/** Findings by code, the gravest first. */
export function findingSums(findings: readonly FindingCount[], isShared: boolean): CountedSum[] {
  const counts = new Map<string, { severity: string; count: number; persons: Set<string> }>();
  for (const { code, severity, count, persons } of findings) {
    const known = counts.get(code) ?? { severity, count: 0, persons: new Set<string>() };
    counts.set(code, known);
    known.count += count;
    for (const person of persons) known.persons.add(person);
  }
  return [...counts]
    .map(([name, { severity, count, persons }]) => ({
      name,
      severity,
      count: isShared && isFew(persons.size) ? undefined : count,
      amountNok: undefined,
    }))
    .sort(
      (one, other) =>
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || (one.name < other.name ? -1 : 1),
    );
}

/** Persons and kroner by component, year and class, over the whole country. */
export function cohorts(context: OpenRun, isShared: boolean): Cohort[] {
  const sums = new Map<string, { cells: readonly string[]; persons: number; annualNok: number }>();
  for (const { cell } of csvRecords(context.sealedText('sizing.csv'))) {
    if (cell('recipient_id') === 'HELD') continue;
    const cells = ['component', 'year_number', 'rate_class'].map(cell);
    const known = sums.get(cells.join('|')) ?? { cells, persons: 0, annualNok: 0 };
    known.persons += Number(cell('persons'));
    known.annualNok += Number(cell('annual_amount'));
    sums.set(cells.join('|'), known);
  }
  const rows = [...sums.values()].map((row) => ({ row, crowds: isShared ? [row.persons] : [] }));
  const components = [...new Set(rows.map(({ row }) => row.cells[0] ?? ''))];
  return components.flatMap((component) =>
    cellsOrSum(
      rows.filter(({ row }) => row.cells[0] === component),
      (joined) => ({
        cells: [component, 'various', 'various'],
        persons: joined.reduce((sum, { persons }) => sum + persons, 0),
        annualNok: joined.reduce((sum, { annualNok }) => sum + annualNok, 0),
      }),
    ).map(({ cells, persons, annualNok }) => cohortOf(cells, persons, annualNok)),
  );
}

function cohortOf(
  [component = '', yearNumber = '', rateClass = '']: readonly string[],
  persons: number,
  annualNok: number,
): Cohort {
  return { component, yearNumber, rateClass, persons: isCountedName(component) ? undefined : persons, annualNok };
}
