/*
 * A block of persons as columns: what the register room streams and the engine reads. Persons are canonical (rows
 * under a former id are already under the id that it became) and ascend by id within and across blocks.
 *
 * Every row table has `offsets` of personCount + 1 entries: the rows of person i are offsets[i] .. offsets[i+1] - 1.
 * `line` is the line of the row in its file (the header is line 1). Days are Day numbers: an empty end, death,
 * emigration or left_on is FAR_FUTURE, an empty registered_on FAR_PAST, an empty permit date NO_DAY.
 */
export interface RowColumns {
  readonly offsets: Uint32Array;
  readonly line: Uint32Array;
  readonly registeredOn: Int32Array;
}

/** persons.csv. Order within a person: the row that counts first (new id, then nearest in the chain, then later line). */
export interface PersonRowColumns extends RowColumns {
  /** The id that stands in the row. */
  readonly personId: Float64Array;
  readonly birthDate: Int32Array;
  /** packCountry() */
  readonly country: Uint16Array;
  readonly sex: Uint8Array;
  readonly deathDate: Int32Array;
  readonly emigratedOn: Int32Array;
  readonly addressProtection: Uint8Array;
  readonly upperSecondaryBefore: Uint8Array;
}

/** target_group.csv. Order within a person: entered_on, registered_on, line (A5). */
export interface TargetGroupColumns extends RowColumns {
  /** fingerprintOfText() of target_group_id; left out where it is not known. */
  readonly key?: Float64Array | undefined;
  readonly law: Uint8Array;
  readonly category: Uint8Array;
  readonly permitGrantedOn: Int32Array;
  readonly enteredOn: Int32Array;
  readonly leftOn: Int32Array;
}

/** decisions.csv. Order within a person: decision_id as text, registered_on, line; so the last visible of a group stands. */
export interface DecisionColumns extends RowColumns {
  /** fingerprintOfText() of decision_id; left out where it is not known. */
  readonly key?: Float64Array | undefined;
  /** The same number for rows of one decision_id, within the person. */
  readonly decision: Uint32Array;
  readonly kommune: Int32Array;
  readonly kind: Uint8Array;
  readonly outcome: Uint8Array;
  readonly decidedOn: Int32Array;
  readonly trainingStartsOn: Int32Array;
}

/**
 * residence.csv, training_kommune.csv and upper_secondary.csv. Order within a person: from_date, registered_on, line,
 * so of the rows that cover a day the last wins (A9). `recipient` is a RecipientCode (Oslo's fylke is already 0301).
 */
export interface PlaceColumns extends RowColumns {
  readonly recipient: Int32Array;
  /** RESIDENCE_KIND; 0 in the two other tables. */
  readonly kind: Uint8Array;
  readonly fromDate: Int32Array;
  readonly toDate: Int32Array;
}

/** hours.csv. Order within a person: month, kommune, category, registered_on, line. */
export interface HoursColumns extends RowColumns {
  readonly kommune: Int32Array;
  /** monthIndex(): year * 12 + month - 1 */
  readonly month: Int32Array;
  readonly category: Uint8Array;
  /** Hundredths of hours. */
  readonly hoursHundredths: Uint16Array;
  /** Hundredths of hours. */
  readonly absenceHundredths: Uint32Array;
  readonly source: Uint8Array;
}

export interface RegisterBlock {
  /** Ordinal of the first person of the block among all persons of the snapshot. */
  readonly firstOrdinal: number;
  readonly personCount: number;
  /** Canonical ids, ascending. */
  readonly personIds: Float64Array;
  /** 1 where a row of the person (other than hours) was rejected on reading: the person is held. */
  readonly withheld: Uint8Array;
  readonly persons: PersonRowColumns;
  readonly targetGroup: TargetGroupColumns;
  readonly decisions: DecisionColumns;
  readonly residence: PlaceColumns;
  readonly trainingKommune: PlaceColumns;
  readonly upperSecondary: PlaceColumns;
  readonly hours: HoursColumns;
  /**
   * Kommuner that cases name, of a person of whom a case does: they go before every other table of places (rulebook 9a). They
   * do not overlap, and in the place of the line stands the act (lineOfAct).
   */
  readonly pinnedKommune?: PlaceColumns;
  /**
   * Whether a person of the block counts as protected for what stands elsewhere: in newer extracts, or because the
   * extract has no column of protection. Left out where the rows alone decide.
   */
  readonly isProtectedElsewhere?: (personId: number) => boolean;
}

/** teaching_hours.csv, in file order. */
export interface TeachingHoursColumns {
  readonly line: Uint32Array;
  readonly registeredOn: Int32Array;
  readonly kommune: Int32Array;
  /** monthIndex() */
  readonly month: Int32Array;
  /** Hundredths of hours. */
  readonly hoursHundredths: Float64Array;
}

/** cost_base.csv, in file order. */
export interface CostBaseColumns {
  readonly line: Uint32Array;
  readonly kommune: Int32Array;
  readonly year: Int32Array;
  readonly costNok: Float64Array;
}

/** Everything that a run reads of one extract. */
export interface RegisterSource {
  readonly personCount: number;
  /** Blocks in ascending order of person id. */
  blocks(): Iterable<RegisterBlock>;
  readonly teachingHours: TeachingHoursColumns;
  readonly costBase: CostBaseColumns;
  /** Former person id to the id that it has become (chains followed). */
  readonly identities: ReadonlyMap<number, number>;
  /** Canonical ids of persons without any accepted persons row of whom a row (other than hours) was rejected. */
  readonly rejectedWithoutRow: ReadonlySet<number>;
  /** Names of the files as read, by English table name, for addresses in findings and traces. */
  readonly fileNames: Readonly<Record<string, string>>;
}
