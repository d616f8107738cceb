import { ENTRY_GROUPS, type GivenArrivals } from '../../analysis';
import { RATE_CLASS, type RateClass, traitsOf } from '../../domain';
import { arrivalsTable, readSmallTable, rowsOrStop } from '../../register';
import { readGivenFile } from '../read-given-file';

/** Groups as arrivals.csv names them, with the classes of their rates. */
const GROUPS = ENTRY_GROUPS.map(({ name, components }) => ({
  name,
  rateClasses: [...new Set(components.flatMap((one): readonly RateClass[] => traitsOf(one).rateClasses))],
}));

/**
 * Reads arrivals.csv: `year,group,rate_class,low,mid,high`, persons who enter in the whole year; in 10, 50 and 90 percent of the
 * cases they are no more. `rate_class` empty or `all` is all classes.
 *
 * @throws NorsktilskuddError input SMALL_TABLE_REJECTED with every fault by file, line and column; as readGivenFile()
 */
export function readArrivals(file: string): GivenArrivals[] {
  const rows = rowsOrStop(file, readSmallTable(readGivenFile(file, '--arrivals'), file, arrivalsTable(GROUPS)));
  return rows.map(({ year, group, rateClass, low, mid, high }) => ({
    grantYear: year,
    group: ENTRY_GROUPS.findIndex(({ name }) => name === group),
    rateClass: rateClass === 'all' ? undefined : RATE_CLASS[rateClass],
    ...{ low, mid, high },
  }));
}
