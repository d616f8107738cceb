import { csvRecords, isCountedName, reportedGroups } from '../../domain';
import type { Cohort, CountedSum, RunFigures, Shown } from '../../report';
import type { OpenRun } from '../explain/open-run-context';
import type { BatchHistory, PastBatch } from '../preview/batch-history';
import type { FindingCount } from './finding-counts';
import { byHeldKind, heldOf, holdsOfFew, isFew } from './held-persons';
import { HELD_RECIPIENT } from './recipient-figures';

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

/** Held amounts by reason; those of few persons together with others of their kind, or not at all. */
export function heldSums(context: HeldContext, isShared: boolean): CountedSum[] {
  const held = isShared ? heldOf(context) : [];
  const reasons = [...new Set(context.manifest.held.map(({ reason }) => reason))].sort();
  const sums = reasons.map((name): HeldSum => {
    const own = context.manifest.held.filter(({ reason }) => reason === name);
    const count = own.reduce((sum, { rows }) => sum + rows, 0);
    const amountNok = own.reduce((sum, { sum_nok: nok }) => sum + nok, 0);
    const persons = new Set(held.flatMap(({ reason, person }) => (reason === name ? [person] : [])));
    return { reason: name, count, amountNok, persons };
  });
  return byHeldKind(sums).flatMap(shownHeld);
}

type HeldContext = Pick<OpenRun, 'sealedText'> & { readonly manifest: Pick<OpenRun['manifest'], 'held'> };

interface HeldSum {
  readonly reason: string;
  readonly count: number;
  readonly amountNok: number;
  readonly persons: ReadonlySet<string>;
}

function shownHeld(sums: readonly HeldSum[]): CountedSum[] {
  const { alone, together, hidden } = reportedGroups(sums);
  const row = (name: string, count: Shown, amountNok: Shown): CountedSum => ({ name, severity: '', count, amountNok });
  const add = (of: (sum: HeldSum) => number): number => together.reduce((all, one) => all + of(one), 0);
  return [
    ...alone.map(({ reason, count, amountNok }) => row(reason, count, amountNok)),
    ...(together.length === 0
      ? []
      : [
          row(
            'various',
            add(({ count }) => count),
            add(({ amountNok }) => amountNok),
          ),
        ]),
    ...hidden.map(({ reason }) => row(reason, undefined, undefined)),
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

/**
 * Persons and kroner by component, year and class, over the whole country; to share only where none of a component is of few.
 *
 * @param apart components whose sum is told by itself, of the others nothing is; undefined: everything is shown
 */
export function cohorts(context: OpenRun, apart: ReadonlySet<string> | undefined): Cohort[] {
  const sums = new Map<
    string,
    Pick<Cohort, 'component' | 'yearNumber' | 'rateClass'> & { persons: number; annualNok: number }
  >();
  for (const { cell } of csvRecords(context.sealedText('sizing.csv'))) {
    const component = cell('component');
    if (cell('recipient_id') === HELD_RECIPIENT || isCountedName(component)) continue;
    const [yearNumber, rateClass] = [cell('year_number'), cell('rate_class')];
    const key = [component, yearNumber, rateClass].join('|');
    const sum = sums.get(key) ?? { component, yearNumber, rateClass, persons: 0, annualNok: 0 };
    sums.set(key, sum);
    sum.persons += Number(cell('persons'));
    sum.annualNok += Number(cell('annual_amount'));
  }
  const all = [...sums.values()];
  if (apart === undefined) return all;
  const few = new Set(all.filter(({ persons }) => isFew(persons)).map(({ component }) => component));
  return all.filter(({ component }) => apart.has(component) && !few.has(component));
}
