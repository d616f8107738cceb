import type { Source, Step } from '../../report';
import { idsOfPerson } from '../run/replay-person';
import type { RunContext } from '../run/run-context';
import { step } from '../steps/step';

/** Rows of a person, under any of the ids, that could not be read: the place of each fault and the rule that it breaks. */
export function rejectedRowSteps(context: RunContext, personId: number): Step[] {
  const { snapshot } = context;
  if (snapshot.meta.rejects === 0) return [];
  const ids = idsOfPerson(context, personId);
  return Array.from(snapshot.rejects())
    .filter((reject) => ids.includes(reject.personId))
    .map(({ file, line, column, rule }) => {
      const source: Source = { kind: 'extract', file, line, column };
      const code = column === '' ? 'REJECTED_ROW' : 'REJECTED_CELL';
      return step(`rejected/${file}/${line}/${column}`, code, { column, rule }, [source]);
    });
}
