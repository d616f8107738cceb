import { assert } from './errors';
import type { Outcome } from './outcome';
import type { LimitKey } from './parameter';
import type { GrantYearContext, PersonView } from './person-view';

/** Columns of a person's tables that rules read, in the order in which ties between changes of them are broken. */
export const CELL_COLUMNS = {
  decisions: ['outcome', 'kind', 'decidedOn', 'kommune'],
  targetGroup: ['category', 'law', 'enteredOn', 'permitGrantedOn', 'leftOn'],
  residence: ['recipient', 'kind', 'fromDate', 'toDate'],
  trainingKommune: ['recipient', 'fromDate', 'toDate'],
  upperSecondary: ['recipient', 'fromDate', 'toDate'],
  persons: ['country', 'birthDate', 'deathDate', 'emigratedOn'],
} as const;
export type CellTable = keyof typeof CELL_COLUMNS;
export const CELL_TABLES: readonly CellTable[] = [
  'decisions',
  'targetGroup',
  'residence',
  'trainingKommune',
  'upperSecondary',
  'persons',
];
/** Names of the tables in files and texts, by those in a block. */
export const CONTRACT_TABLE = {
  persons: 'persons',
  targetGroup: 'target_group',
  decisions: 'decisions',
  residence: 'residence',
  trainingKommune: 'training_kommune',
  upperSecondary: 'upper_secondary',
} as const satisfies Readonly<Record<CellTable, string>>;

/** A registered value by its place in a block: `targetGroup.enteredOn`. */
export type Cell = { [T in CellTable]: `${T}.${(typeof CELL_COLUMNS)[T][number]}` }[CellTable];

/** Table and column of a cell. */
export function partsOfCell(cell: Cell): readonly [table: CellTable, column: string] {
  const [name = '', column = ''] = cell.split('.');
  const table = CELL_TABLES.find((each) => each === name);
  assert(table !== undefined, `no table has the cell ${cell}`);
  return [table, column];
}

/** A text in every language of explanations, with `{name}` where a value of the row goes and `{=code}` where one of the law does. */
export type Wording = Readonly<Record<'nb' | 'en', string>>;

/**
 * A comparison that a rule makes with a registered date: it must lie on or after (`from`), on or before (`until`) a day
 * or another date of the person, days added; `either` where both sides may be better.
 */
export interface DayTurn {
  readonly cell: Cell;
  readonly is: 'from' | 'until' | 'either';
  readonly than: number | Cell;
  readonly plusDays: number;
  /** Matters only beside a code that cannot be paid. */
  readonly ifSplit: boolean;
}

/** Completed years, both ends included; `to` is Infinity for no upper end. */
export interface AgeRange {
  readonly from: number;
  readonly to: number;
}

/** An age that a rule asks for on a registered date or a fixed day. */
export interface AgeTurn {
  readonly on: Cell | number;
  readonly ages: AgeRange;
}

export type Turn = DayTurn | AgeTurn;

/** Something that a rule decides by registered values: what it reads, and where what it says turns. */
export interface Reading {
  readonly cells: readonly Cell[];
  readonly limits: readonly LimitKey[];
  /** Cells that it reads only by some values of its limits. */
  cellsIn?(context: GrantYearContext): readonly Cell[];
  /** RESIDENCE_KIND that alone counts; undefined where any does. */
  readonly residenceKind?: number;
  turns(context: GrantYearContext): readonly Turn[];
}

/** A row for which a condition was tried, with how it came out. Rows are -1 for none. */
export interface TriedRow {
  readonly person: PersonView;
  readonly row: number;
  readonly met: boolean;
  /** Row that gives the entry year. */
  readonly anchorRow: number;
  /** Standing decision that met the condition of one. */
  readonly decisionRow: number;
}

/** What a condition says of a row: a sentence, its values, and the cells that they come from. */
export interface Said {
  readonly code: string;
  readonly text: Wording;
  readonly params: Readonly<Record<string, string | number>>;
  readonly cells: readonly { readonly cell: Cell; readonly row: number }[];
  /** Limits that it rests on, where not on all that the condition reads. */
  readonly limits?: readonly LimitKey[];
  /** Words of its own, by the value of a `...Word` parameter. */
  readonly words?: Readonly<Record<string, Wording>>;
  /** What is reported below it, each under a name of its own. */
  readonly others?: Readonly<Record<string, Said>>;
}

/** A condition bound to a grant year. */
export interface BoundCondition {
  /** Whether a row meets it; asked of millions of rows. */
  isMet(person: PersonView, row: number, outcome: Outcome): boolean;
  /** Why a person gives nothing, in a word or two, where this fails first. */
  readonly reason: Wording;
  /** The cell of the row that it needs and that is empty; undefined where none is. */
  emptyCell?(person: PersonView, row: number): Cell | undefined;
  /** Met or not, with the registered value and the limit; undefined where it was not asked. */
  say(tried: TriedRow): Said | undefined;
}

/**
 * A condition of a rule, whole: everything that is reported or worked out of it comes from here. Its place in the module's
 * list is its bit in a failure mask, `1 << place`.
 */
export interface Condition extends Reading {
  /** As the rulebook names it: `E1`. */
  readonly id: string;
  /** Where the rulebook and the public source say so. */
  readonly paragraph: string;
  /** The same for rows of one law, where not all of it is about both. */
  readonly paragraphByLaw?: Readonly<Partial<Record<'introduksjonsloven' | 'integreringsloven', string>>>;
  /** Whether it says for which rows and years the component is at all: of rows that fail it nothing more is asked. */
  readonly isScope?: boolean;
  /** DECISION_KIND that must stand as granted. */
  readonly decisionKind?: number;
  bind(context: GrantYearContext): BoundCondition;
}

/** The rows that a rule tries, one by one: how it chooses and orders them is a reading, too. */
export interface CandidateRows extends Reading {
  readonly table: 'targetGroup' | 'decisions';
  /** DECISION_KIND of decisions. */
  readonly decisionKind?: number;
  /** Categories of rows for which the component is meant, in a grant year; the first of several that count alike. */
  categories(context: GrantYearContext): readonly number[];
  /** What the register lacks where there is no such row. */
  readonly none: { readonly word: string; readonly text: Wording };
}
