import { actOfLine, asDay, FAR_FUTURE, parseDay } from '../../domain';
import type { Source, Step } from '../../report';
import { caseSource, extractCell } from '../steps/sources';
import { step } from '../steps/step';
import type { RegisterRow } from './register-rows';
import { placeText, type Subject } from './subject';

/** Where a changed row stands: in the extract of the run, or of an earlier one. */
export interface RowPlace {
  readonly subject: Subject;
  /** Run of the extract; undefined for the one that is explained. */
  readonly run?: string;
}

/** A register row in one sentence, with its line. */
export function rowSentence(id: string, row: RegisterRow, place: RowPlace): Step {
  const value = (name: string): string => row.fields[name]?.value ?? '';
  const source = rowSource(row, place);
  switch (row.table) {
    case 'persons':
      return step(id, 'ROW_PERSON', { birthDay: value('birth_date'), country: value('country_background') }, [source]);
    case 'target_group': {
      const params = {
        categoryWord: value('category'),
        enteredDay: value('entered_on'),
        leftDay: value('left_on'),
        lawWord: value('law'),
      };
      return step(id, params.leftDay === '' ? 'ROW_TARGET' : 'ROW_TARGET_LEFT', params, [source]);
    }
    case 'decisions': {
      const params = { decidedDay: value('decided_on'), kindWord: value('kind'), outcomeWord: value('outcome') };
      return step(id, 'ROW_DECISION', params, [source]);
    }
    default: {
      const params = {
        tableWord: value('kind') === '' ? row.table : value('kind'),
        place: fieldPlace(row, row.table === 'upper_secondary' ? 'fylke' : 'kommune', place.subject),
        fromDay: value('from_date'),
        toDay: value('to_date'),
      };
      return step(id, params.toDay === '' ? 'ROW_PLACE' : 'ROW_PLACE_ENDED', params, [source]);
    }
  }
}

/** A place that a row names, as text; empty for a protected person. */
export function fieldPlace(row: RegisterRow, field: string, subject: Subject): string {
  const on = parseDay(row.fields.from_date?.value ?? row.fields.decided_on?.value ?? '') ?? asDay(FAR_FUTURE);
  return placeText(subject, Number(row.fields[field]?.value ?? 0), on);
}

/** The row, or a cell of it. */
export function rowSource(row: RegisterRow, { subject, run }: RowPlace, field = ''): Source {
  const act = actOfLine(row.line);
  if (act > 0) return caseSource(subject.context.cases, act);
  const source = extractCell(subject.snapshot, row.table, row.line, field);
  return run === undefined || source.kind !== 'extract' ? source : { ...source, run };
}
