import { componentOfCell, rateClassOfCell, rateOfCell, yearNumberOfCell } from '../../analysis';
import { COMPONENTS, type Component, f64, RATE_CLASSES } from '../../domain';
import type { SizeCase } from '../facts/size-case';
import type { Grouping, ScenarioSide, SideFigures } from './scenario-side';

/** Persons and kroner of a scenario beside its baseline; undefined of a baseline that lacks rates. */
export interface Figures {
  readonly persons: number;
  readonly basePersons: number | undefined;
  readonly amountNok: number;
  readonly baseNok: number | undefined;
}

/** A scenario and its baseline, divided in every way. Persons are distinct within each row. */
export interface ScenarioAnswer {
  readonly total: Figures;
  readonly components: readonly (Figures & { readonly component: Component })[];
  readonly cells: readonly (Figures & CellRates)[];
  /** In the order of the codes; RecipientCode, NO_RECIPIENT for what is held. */
  readonly recipients: readonly (Figures & { readonly recipient: number })[];
  /** In the order of the groups; none where no grouping was asked for. */
  readonly groups: readonly (Figures & { readonly group: number })[];
  readonly by: Grouping | undefined;
}

/** A cell with the rates that it has on either side; undefined for none. */
interface CellRates {
  readonly component: Component;
  /** 0 for none. */
  readonly yearNumber: number;
  /** Empty for none: a kommune that no step of grunntilskudd gives anything. */
  readonly rateClass: string;
  readonly rateNok: number | undefined;
  readonly baseRateNok: number | undefined;
}

/** Puts a scenario beside its baseline. */
export function scenarioAnswer(
  own: { readonly size: SizeCase; readonly side: ScenarioSide },
  base: { readonly size: SizeCase; readonly side: ScenarioSide } | undefined,
  by: Grouping | undefined,
): ScenarioAnswer {
  const { size } = own;
  const joined = (pick: (side: ScenarioSide) => SideFigures | undefined): (Figures & { readonly group: number })[] =>
    joinFigures(pick(own.side), base && pick(base.side));
  const nothing = { persons: 0, basePersons: base && 0, amountNok: 0, baseNok: base && 0 };
  const [{ group: _, ...total } = { group: 0, ...nothing }] = joined(({ total: all }) => all);
  return {
    total,
    components: joined(({ components }) => components).flatMap(({ group, ...figures }) => {
      const component = COMPONENTS[group];
      return component === undefined ? [] : [{ component, ...figures }];
    }),
    cells: joined(({ cells }) => cells).map(({ group, ...figures }) => ({
      component: componentOfCell(group),
      yearNumber: yearNumberOfCell(group),
      rateClass: RATE_CLASSES[rateClassOfCell(group) - 1] ?? '',
      rateNok: rateIn(size, group),
      baseRateNok: base && rateIn(base.size, group),
      ...figures,
    })),
    recipients: joined(({ recipients }) => recipients).map(
      ({ group: recipient, persons, basePersons, amountNok, baseNok }) => {
        return { recipient, persons, basePersons, amountNok, baseNok };
      },
    ),
    groups: by === undefined ? [] : joined(({ grouped }) => grouped),
    by,
  };
}

function rateIn({ prices }: SizeCase, cell: number): number | undefined {
  const nok = f64(prices.nokByCell, cell);
  return rateOfCell(cell) === undefined || nok < 0 ? undefined : nok;
}

/** Both sides group by group, in the order of the groups. */
function joinFigures(
  own: SideFigures | undefined,
  base: SideFigures | undefined,
): (Figures & { readonly group: number })[] {
  const rows: (Figures & { readonly group: number })[] = [];
  let [mine, theirs] = [0, 0];
  const at = (side: SideFigures | undefined, place: number): number => side?.groups[place] ?? Number.POSITIVE_INFINITY;
  for (;;) {
    const group = Math.min(at(own, mine), at(base, theirs));
    if (group === Number.POSITIVE_INFINITY) return rows;
    const isOwn = at(own, mine) === group;
    const isBase = at(base, theirs) === group;
    rows.push({
      group,
      persons: isOwn && own ? f64(own.persons, mine) : 0,
      basePersons: base && (isBase ? f64(base.persons, theirs) : 0),
      amountNok: isOwn && own ? f64(own.amountNok, mine) : 0,
      baseNok: base && (isBase ? f64(base.amountNok, theirs) : 0),
    });
    if (isOwn) mine += 1;
    if (isBase) theirs += 1;
  }
}
