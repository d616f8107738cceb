import { limitsOf } from '../../../rules';
import {
  type Cell,
  type ExplainedReading,
  type ExplanationStep,
  type GrantYearContext,
  type NamedPlace,
  partsOfCell,
  type RuleModule,
  STATUS,
  type StepSource,
} from '../../domain';
import type { Section, Source, Step } from '../../report';
import { assumptionSource, caseSource, extractCell, limitSource, rateSource } from '../steps/sources';
import type { ChapterInput } from './chapter-input';
import { cell, contractNames, placeText, type Subject } from './subject';

/** The chapter in which a rule's sentences stand. */
export interface RuleChapter {
  readonly id: string;
  readonly module: Pick<RuleModule, 'id'>;
  readonly year: GrantYearContext;
  readonly subject: Pick<Subject, 'context' | 'isProtected'>;
  /** Where a registered value stands; undefined in chapters that tell of no person. */
  readonly cellOf?: (cell: Cell, row: number) => Source;
}

/** What the rule tells of its decisions about one thing. */
export function ruleSection(input: ChapterInput, about: ExplainedReading['about'], title: Section['title']): Section {
  const triggers = input.record.status !== STATUS.notTriggered;
  const readings = input.module.readings.filter((reading) => triggers && reading.about === about);
  const cellOf = (name: Cell, row: number): Source => cellSource(input.subject, name, row);
  const steps = readings.flatMap((reading) => ruleSteps({ ...input, cellOf }, reading.say(input.decided)));
  return { id: `${input.id}/${about === 'amount' ? 'amount' : 'split'}`, title, steps };
}

/** The sentences of a rule as steps: places named, unless the address is protected, and sources looked up. */
export function ruleSteps(chapter: RuleChapter, explained: readonly ExplanationStep[]): Step[] {
  const { id, subject } = chapter;
  return explained.flatMap(({ ifProtected, sources, params, words, steps = [], ...own }): Step[] => {
    const sentence = subject.isProtected && ifProtected !== undefined ? ifProtected : own;
    if (sentence === null) return [];
    const written = Object.entries(params).map(([name, value]) => [name, valueText(chapter, value)] as const);
    const made = {
      id: `${id}/${own.id}`,
      label: '',
      code: sentence.code,
      text: sentence.text,
      steps: ruleSteps(chapter, steps),
    };
    const values = { params: Object.fromEntries(written), sources: sources.map((each) => sourceOf(chapter, each)) };
    return [{ ...made, ...values, ...(words ? { words } : {}) }];
  });
}

function valueText({ subject }: RuleChapter, value: string | number | NamedPlace): string | number {
  return typeof value === 'object' ? placeText(subject, value.place, value.on) : value;
}

/** A source that a rule names, as the explanation has it. */
export function sourceOf(chapter: RuleChapter, source: StepSource): Source {
  const { id, module, year, subject } = chapter;
  const { rules, parameterLine } = subject.context;
  if ('cell' in source) return chapter.cellOf?.(source.cell, source.row) ?? { kind: 'step', step: id };
  if ('paragraph' in source) return { kind: 'rule', module: module.id, paragraph: source.paragraph };
  if ('assumption' in source) {
    return assumptionSource(rules.assumptions, source.assumption, parameterLine(source.assumption));
  }
  if ('limit' in source) return limitSource(limitsOf(year).row(source.limit), parameterLine);
  if ('rate' in source) return rateSource(rules.rates.rates[source.rate]);
  if ('act' in source) return caseSource(subject.context.cases, source.act);
  if ('extract' in source) return extractCell(subject.context.snapshot, source.extract, 0);
  if ('step' in source) return { kind: 'step', step: `${id}/${source.step}` };
  return { kind: 'register', ...source };
}

/** The cell of the extract that a rule means. */
export function cellSource(subject: Subject, name: Cell, row: number): Source {
  const [table, column] = partsOfCell(name);
  const { table: file, field } = contractNames(table, column);
  return cell(subject, file, row, field);
}
