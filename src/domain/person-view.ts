import type { Day } from './day';
import type { LimitTable } from './limit';
import type { AssumptionTable, RateTable } from './parameter';
import type { CodeTranslation, RegionTable } from './places';
import type { RegisterBlock } from './register-block';

/** One person within a block, as rules see it. The same object is moved from person to person. */
export interface PersonView {
  block: RegisterBlock;
  /** Index within the block. */
  index: number;
  /** Row of the persons table that counts at D (index into block.persons). */
  personRow: number;
}

/** What is the same for every person of a grant year in a run. */
export interface GrantYearContext {
  readonly grantYear: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** D: rows registered after it do not exist. */
  readonly asOf: Day;
  /** To the codes in force on the last day of the grant year. */
  readonly translation: CodeTranslation;
  readonly regions: RegionTable;
  readonly rates: RateTable;
  readonly assumptions: AssumptionTable;
  readonly limits: LimitTable;
  /** Grant year whose limits hold: the year itself, or another one to see what a change of law does. */
  readonly lawYear: number;
}
