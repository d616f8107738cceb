import {
  ENTRY_GROUPS,
  type GivenArrivals,
  rateClassOfCell,
  type SimulatedForecast,
  yearNumberOfCell,
} from '../../analysis';
import { at, calendarDate, type Day, type ErrorDetail, errorDetail, RATE_CLASS, traitsOf, yearOf } from '../../domain';

/** What is odd in arrivals that were given: rows that no year reads, classes left out, numbers below those already known. */
export function arrivalWarnings(
  arrivals: readonly GivenArrivals[],
  forecast: SimulatedForecast,
  to: number,
  asOf: Day,
): ErrorDetail[] {
  const first = calendarDate(asOf).year;
  const unread = [...new Set(arrivals.map(({ grantYear }) => grantYear))].filter((year) => year < first || year > to);
  return [
    ...(unread.length === 0
      ? []
      : [errorDetail('ARRIVALS_UNREAD', { years: unread.sort().join(', '), first, last: to })]),
    ...classesUnnamed(arrivals),
    ...likeNobody(arrivals, forecast, (year) => year >= first && year <= to),
    ...belowKnown(arrivals, forecast, yearOf(asOf)),
  ];
}

/** A class that the rows of a year and group leave out has nobody, which may be a slip. */
function classesUnnamed(arrivals: readonly GivenArrivals[]): ErrorDetail[] {
  const keys = [...new Set(arrivals.map(({ grantYear, group }) => `${grantYear}/${group}`))];
  return keys.flatMap((key) => {
    const rows = arrivals.filter(({ grantYear, group }) => `${grantYear}/${group}` === key);
    const [row] = rows;
    if (row === undefined || rows.some(({ rateClass }) => rateClass === undefined)) return [];
    const { name, components } = at(ENTRY_GROUPS, row.group);
    const all = new Set(components.flatMap((component) => [...traitsOf(component).rateClasses]));
    const isGiven = (one: keyof typeof RATE_CLASS): boolean =>
      rows.some(({ rateClass }) => rateClass === RATE_CLASS[one]);
    const others = [...all].filter((one) => !isGiven(one));
    if (others.length === 0) return [];
    const given = [...all].filter(isGiven).join(', ');
    const classes = others.join(', ');
    return [errorDetail('ARRIVALS_CLASS_UNNAMED', { group: name, year: row.grantYear, given, classes })];
  });
}

/** Groups of whom some are given and nobody has been seen. */
function likeNobody(
  arrivals: readonly GivenArrivals[],
  { paces }: SimulatedForecast,
  isRead: (year: number) => boolean,
): ErrorDetail[] {
  const groups = new Set(
    arrivals.filter(({ high, grantYear }) => high > 0 && isRead(grantYear)).map((row) => row.group),
  );
  const unseen = ENTRY_GROUPS.filter(
    ({ name }, group) => groups.has(group) && paces.every((pace) => pace.group !== name),
  );
  return unseen.map(({ name }) => errorDetail('ARRIVALS_LIKE_NOBODY', { group: name }));
}

/** Rows of the running year that say fewer than have a grant of it already. */
function belowKnown(arrivals: readonly GivenArrivals[], { cells }: SimulatedForecast, running: number): ErrorDetail[] {
  return arrivals.flatMap(({ grantYear, group, rateClass, high }) => {
    const { name, components } = at(ENTRY_GROUPS, group);
    const known = cells
      .filter((one) => one.grantYear === running && one.component === components[0] && yearNumberOfCell(one.cell) <= 1)
      .filter(({ cell }) => rateClass === undefined || rateClassOfCell(cell) === rateClass)
      .reduce((sum, one) => sum + one.known, 0);
    if (grantYear !== running || high >= known) return [];
    return [errorDetail('ARRIVALS_BELOW_KNOWN', { group: name, year: grantYear, high, known })];
  });
}
