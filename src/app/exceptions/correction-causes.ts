import { reportedGroups } from '../../domain';
import type { BatchInfo } from '../../ledger';
import { withRun } from '../explain/with-run';
import { type LetterLine, letterLines } from '../letters/letter-lines';
import { isFew } from '../report/held-persons';

/** Corrections and arrears of a grant with one cause. */
export interface CorrectionCause {
  readonly grantYear: number;
  readonly component: string;
  /** `various` for several of few persons together. */
  readonly cause: string;
  readonly lines: number;
  readonly persons: number;
  /** More to recipients, and taken back from them; undefined where fewer than five persons get more, or less. */
  readonly moreNok: number | undefined;
  readonly lessNok: number | undefined;
}

/** Corrections and arrears of runs by grant and cause, as `explain` finds it; causes of few persons of a grant together. */
export function correctionCauses(db: string, batches: readonly Pick<BatchInfo, 'runId'>[]): CorrectionCause[] {
  const sums = new Map<string, CauseLines>();
  for (const { runId } of batches) {
    for (const line of withRun(db, runId, letterLines)) {
      const { grantYear, component, cause, person } = line;
      if (cause === '') continue;
      const key = [grantYear, component, cause].join('\t');
      const sum = sums.get(key) ?? { grantYear, component, cause, lines: [], persons: new Set() };
      sums.set(key, sum);
      sum.lines.push(line);
      sum.persons.add(person);
    }
  }
  const sorted = [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
  const grantOf = ({ grantYear, component }: CauseLines): string => `${grantYear} ${component}`;
  return [...new Set(sorted.map(grantOf))].flatMap((grant) =>
    causesOfGrant(sorted.filter((sum) => grantOf(sum) === grant)),
  );
}

type CauseLines = Pick<CorrectionCause, 'grantYear' | 'component' | 'cause'> & {
  readonly lines: LetterLine[];
  readonly persons: Set<string>;
};

/** Those of few persons together, so that none can be found by subtraction. */
function causesOfGrant(causes: readonly CauseLines[]): CorrectionCause[] {
  const { alone, together, hidden } = reportedGroups(causes);
  const joined = together.slice(0, 1).map((first): CauseLines => {
    const lines = together.flatMap((each) => each.lines);
    return { ...first, cause: 'various', lines, persons: new Set(lines.map(({ person }) => person)) };
  });
  return [...alone, ...joined, ...hidden].map(causeOf);
}

/** Without kroner where one side is of few: the sum of both stands in other places. */
function causeOf({ lines, persons, ...sum }: CauseLines): CorrectionCause {
  const more = lines.filter(({ amountNok }) => amountNok > 0);
  const less = lines.filter(({ amountNok }) => amountNok < 0);
  const isHidden = [lines, more, less].some((side) => isFew(new Set(side.map(({ person }) => person)).size));
  const nokOf = (side: readonly LetterLine[]) =>
    isHidden ? undefined : side.reduce((all, { amountNok }) => all + amountNok, 0);
  return { ...sum, lines: lines.length, persons: persons.size, moreNok: nokOf(more), lessNok: nokOf(less) };
}
