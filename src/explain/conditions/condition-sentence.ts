import { ageOn, asDay, CATEGORY, type Condition, formatDay, i32, type TargetGroupColumns, u8 } from '../../domain';
import type { ExplainCode, ExplainParams } from '../../messages/explain/explain-text';
import type { Source, Step } from '../../report/explanation/explanation';
import type { ChapterInput } from '../register/chapter-input';

/** A sentence about one condition: code, values and where they come from. */
export interface Sentence {
  readonly code: ExplainCode;
  readonly params: ExplainParams;
  readonly sources: readonly Source[];
  readonly steps?: readonly Step[];
}

/** A condition of a rule for one row. */
export interface ConditionInput {
  readonly chapter: ChapterInput;
  readonly condition: Condition;
  /** Row of target_group or decisions that is tried. */
  readonly row: number;
  readonly met: boolean;
  /** Id of the row's step. */
  readonly rowId: string;
}

/** The person's rows of the target group. */
export function targetGroup(chapter: ChapterInput): TargetGroupColumns {
  return chapter.subject.block.targetGroup;
}

/** `YYYY-MM-DD` of a column's value. */
export function isoDay(value: number): string {
  return formatDay(asDay(value));
}

/** Age in whole years on a day (A1). */
export function ageAt({ subject }: ChapterInput, on: number): number {
  return ageOn(asDay(i32(subject.block.persons.birthDate, subject.personRow)), asDay(on));
}

/** Rows of chapter 6A that count by their own entry year and the age of integreringsloven. */
export function countsAs6a(chapter: ChapterInput, row: number): boolean {
  const is6a = u8(targetGroup(chapter).category, row) === CATEGORY.rightNorwegian6a;
  return is6a && chapter.component !== 'persontilskudd' && chapter.record.grantYear >= 2022;
}
