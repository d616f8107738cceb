import type { Component, Day } from '../../domain';
import type { EntryGroup } from './entry-groups';

/** Of the numbers that a thousand simulations gave, those that 10, 50 and 90 percent of them do not exceed. Whole. */
export interface Band {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** A number of a grant year in the simulations, without and with the name of what it is of. */
interface YearBand {
  readonly grantYear: number;
  readonly amountNok: Band;
}

/** A component of a grant year; persons are those that stand in a cell, kommuner above all steps apart. */
export interface ComponentBand extends YearBand {
  readonly component: Component;
  /** Persons known at D; of grunntilskudd those who count. */
  readonly known: number;
  readonly persons: Band;
}

/** Component, year number and class of a grant year in all. */
export interface CellBand extends ComponentBand {
  /** cellKey() */
  readonly cell: number;
  readonly rateNok: number;
  /** Grant year that the rate is of: an earlier one where the year has none yet. */
  readonly rateYear: number;
}

/** What one recipient can expect of a cell. */
export interface RecipientCellBand extends YearBand {
  /** RecipientCode in force at the end of the grant year; NO_RECIPIENT for what will be held. */
  readonly recipient: number;
  readonly cell: number;
}

/** What one recipient can expect in all. */
export interface RecipientBand extends YearBand {
  readonly recipient: number;
}

/** A grant year in all. */
export interface TotalBand extends YearBand {
  /** Day as of which the year's register is foreseen. */
  readonly knownOn: Day;
}

/** How long registration takes, of one group of entries: share of those who come at all that is known by then. */
export interface DelayShares {
  readonly group: EntryGroup;
  /** Entries that it was seen of. */
  readonly seen: number;
  /** By whole periods of 91 days since the one of entry, in millionths. */
  readonly knownMillionths: readonly number[];
}

/** How fast people enter, of one group. */
export interface PaceSeen {
  readonly group: EntryGroup;
  /** Entries in the last four periods of 91 days as they will be known, in hundredths; the latest first. */
  readonly entriesHundredths: readonly number[];
  /** Growth over a year in percent, as far as it stands out from chance; hundredths. */
  readonly growthHundredths: number;
  /** How far the pace drifts in a year beside chance and growth, percent; hundredths. */
  readonly driftHundredths: number;
}

/** What has been seen of leaving and moving, in millionths. */
export interface CoursesSeen {
  /** Of those known a year ago for the year before, who no longer are. */
  readonly fallen: readonly {
    readonly group: EntryGroup;
    /** Of the years after that of entry. */
    readonly isLater: boolean;
    readonly seen: number;
    readonly millionths: number;
  }[];
  /** Who leaves between one year and the next, of a whole year. */
  readonly leftMillionths: number;
  /** Whose main recipient turned out to be another one within a year. */
  readonly movedMillionths: number;
}

/** Everything that a simulated forecast says; whole kroner and persons. */
export interface SimulatedForecast {
  readonly asOf: Day;
  readonly seed: number;
  readonly simulations: number;
  /** Ascending. */
  readonly years: readonly number[];
  readonly totals: readonly TotalBand[];
  readonly components: readonly ComponentBand[];
  readonly cells: readonly CellBand[];
  readonly recipients: readonly RecipientBand[];
  readonly recipientCells: readonly RecipientCellBand[];
  /** By the law of the last year. */
  readonly delays: readonly DelayShares[];
  readonly paces: readonly PaceSeen[];
  readonly courses: CoursesSeen;
}
