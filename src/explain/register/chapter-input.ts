import { type Calendar, calendarOf, moduleFor } from '../../../rules';
import {
  assert,
  at,
  COMPONENTS,
  type Component,
  type Decided,
  type GrantYearContext,
  Outcome,
  type RuleModule,
} from '../../domain';
import { contextOf, dueTermOf } from '../../engine';
import type { CountedPosting } from '../../ledger';
import type { Source } from '../../report';
import type { PersonTraceRecord } from '../../trace';
import { assumptionSource } from '../steps/sources';
import { seenIn } from './pinned-subject';
import type { Subject } from './subject';

/** One grant year and component of a person, with all that its sentences are made from. */
export interface ChapterInput {
  /** The person as the rule of the grant year sees it: with the rows that cases decide. */
  readonly subject: Subject;
  /** The same with the register's own rows. */
  readonly registered: Subject;
  readonly record: PersonTraceRecord;
  readonly component: Component;
  readonly module: RuleModule;
  readonly calendar: Calendar;
  /** What the rule read of the grant year. */
  readonly year: GrantYearContext;
  /** What the rule finds of the person, as the trace has it. */
  readonly decided: Decided;
  /** Term whose cumulative due counts: 4 for the year before the run's. */
  readonly dueTerm: number;
  readonly isCurrentYear: boolean;
  /** Postings of this grant year, component and person that counted, the oldest first. */
  readonly posted: readonly CountedPosting[];
  /** `2018/persontilskudd@2016`, in front of every step's id. */
  readonly id: string;
}

/** Gathers what a chapter needs. */
export function chapterInput(
  registered: Subject,
  record: PersonTraceRecord,
  posted: readonly CountedPosting[],
): ChapterInput {
  const { request, rules } = registered.context;
  const subject = seenIn(registered, record.grantYear);
  const component = at(COMPONENTS, record.component);
  const module = moduleFor(component, record.grantYear);
  assert(module !== undefined, `no rule of ${component} for ${record.grantYear}`);
  const year = contextOf(record.grantYear, request, rules);
  const outcome = new Outcome();
  module.prepare(year)(subject, outcome);
  const isCurrentYear = record.grantYear === request.grantYear;
  return {
    subject,
    registered,
    record,
    component,
    module,
    calendar: calendarOf(record.grantYear, rules.limits),
    year,
    decided: { context: year, person: subject, outcome, dueNok: record.cumulativeDueNok },
    dueTerm: dueTermOf(record.grantYear, request),
    isCurrentYear,
    posted: posted.filter((each) => each.grantYear === record.grantYear && each.component === component),
    id: `${record.grantYear}/${module.id}`,
  };
}

/** The rule of the chapter, with the paragraph that is meant. */
export function ruleSource(input: ChapterInput, paragraph: string): Source {
  return { kind: 'rule', module: input.module.id, paragraph };
}

/** An assumption of the run. */
export function assumption(input: ChapterInput, id: string): Source {
  const { rules, parameterLine } = input.subject.context;
  return assumptionSource(rules.assumptions, id, parameterLine(id));
}
