import { isVisible, moduleFor, rowEnd, rowStart, sayNoGrant, visiblePersonRow } from '../../../rules';
import { requireSealed } from '../../audit';
import {
  asDay,
  asRecipientCode,
  COUNT_COMPONENT,
  csvRecords,
  formatRecipientCode,
  type GrantYearContext,
  i32,
  isCounted,
  isCountedName,
  isKommune,
  isProtectedPerson,
  NorsktilskuddError,
  type PlaceColumns,
  parseRecipientCode,
  type RegisterBlock,
  u8,
  u32,
} from '../../domain';
import { contextOf } from '../../engine';
import type { Chapter, Explanation, Section, Step } from '../../report';
import { TRACE_FILES, type TraceLeaf } from '../../trace';
import { placeName } from '../register/subject';
import { LeafWalk } from '../run/leaf-walk';
import type { RunContext } from '../run/run-context';
import { runSteps } from '../steps/head-steps';
import { sectionsOf, step } from '../steps/step';
import { type WhyNothing, whyNothing } from './why-nothing';

/** Pseudonyms that are named of each group. */
const EXAMPLES_MOST = 3;

interface Group extends WhyNothing {
  count: number;
  /** Leaves of the first persons. */
  readonly leaves: number[];
}

/**
 * Who in a kommune or fylkeskommune triggered nothing in the grant year of a run, by the first condition that failed:
 * counted from the condition bits of the trace, with a few pseudonyms each.
 *
 * @throws NorsktilskuddError usage EXPLAIN_RECIPIENT_UNKNOWN; verification RUN_FOLDER_CHANGED
 */
export function whyNotRecipient(context: RunContext, recipientId: string): Explanation {
  const { request, rules, batch, manifest } = context;
  const given = parseRecipientCode(recipientId);
  if (given === undefined || !rules.places.has(given)) {
    throw new NorsktilskuddError('usage', 'EXPLAIN_RECIPIENT_UNKNOWN', { recipient: recipientId });
  }
  // Every leaf is read, and nothing but the hash of the files says that its condition bits are those of the run.
  requireSealed(context.folder, manifest, [TRACE_FILES.words, TRACE_FILES.index, TRACE_FILES.persons]);
  const year = contextOf(request.grantYear, request, rules);
  const recipient = asRecipientCode(year.translation.target[given] ?? given);
  const groups = new Map<string, Group>();
  let people = 0;
  for (const { leaf, isWithheld } of peopleOfPlace(context, year, recipient)) {
    people += 1;
    const why = leaf ? whyNothing(leaf, request.grantYear) : NOT_CALCULATED[isWithheld ? 1 : 0];
    if (!why) continue;
    const key = `${why.component ?? ''}/${why.reason}`;
    const group = groups.get(key) ?? { ...why, count: 0, leaves: [] };
    group.count += 1;
    if (leaf && group.leaves.length < EXAMPLES_MOST) group.leaves.push(leaf.leaf);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1));
  const nothing = sorted.reduce((sum, group) => sum + group.count, 0);
  const place = placeName(rules, recipient, year.lastDay);
  const head = { place, year: request.grantYear, runId: batch.runId };
  return {
    kind: 'recipient',
    mark: manifest.identity.rehearsal ? 'REHEARSAL' : '',
    run_id: batch.runId,
    subject: formatRecipientCode(recipient),
    title: step('title', 'TITLE_WHY_NOT', head),
    head: [
      ...runSteps(context),
      step('people', 'WHY_NOT_PEOPLE', {
        ...head,
        peoplePersons: people,
        givingPersons: people - nothing,
        nothingPersons: nothing,
      }),
      step('protected', 'WHY_NOT_PROTECTED'),
      step('ask', 'WHY_NOT_ASK'),
    ],
    chapters: [chapterOf(context, year, sorted, formatRecipientCode(recipient), isKommune(recipient))],
    lines: [],
  };
}

const NOT_CALCULATED: readonly WhyNothing[] = [
  { component: undefined, reason: 'no_row' },
  { component: undefined, reason: 'rejected_row' },
];

const keyOf = ({ component, reason }: WhyNothing): string => `${component ?? ''}/${reason}`;

function chapterOf(
  context: RunContext,
  year: GrantYearContext,
  groups: readonly Group[],
  recipientId: string,
  withCount: boolean,
): Chapter {
  const id = `${year.grantYear}/why_not`;
  const title = step(id, 'SECTION_WHY_NOT');
  const steps = groups.map((group) => groupStep(context, year, group, `${id}/${keyOf(group)}`));
  const reasons: Section = { id: `${id}/reasons`, title: 'SECTION_REASONS', steps };
  const count = withCount ? countSteps(context, year, recipientId, `${id}/count`) : [];
  return { id, title, sections: sectionsOf(reasons, { id: `${id}/count`, title: 'SECTION_COUNT', steps: count }) };
}

function groupStep(context: RunContext, year: GrantYearContext, group: Group, id: string): Step {
  const reasonWord = `reason_${group.reason}`;
  const params = { countPersons: group.count, reasonWord };
  const sentence = group.component
    ? step(id, 'REASON_GROUP', { ...params, componentWord: group.component })
    : step(id, 'REASON_GROUP_ALL', params);
  const module = group.component && moduleFor(group.component, year.grantYear);
  const condition = module?.conditions.find((each) => each.id === group.reason);
  const made = condition ? { ...sentence, words: { [reasonWord]: condition.bind(year).reason } } : sentence;
  if (group.leaves.length === 0) return made;
  const examples = group.leaves.map((leaf) => context.trace.pseudonym(leaf)).join(', ');
  return { ...made, steps: [step(`${id}/examples`, 'REASON_EXAMPLES', { examples })] };
}

/** Why the kommune itself gets no grunntilskudd, from the count in sizing.csv; nothing where it gets one. */
function countSteps(context: RunContext, year: GrantYearContext, recipientId: string, id: string): Step[] {
  const { request } = context;
  if (request.excluded.some(isCounted) || !moduleFor(COUNT_COMPONENT, request.grantYear)) return [];
  const row = csvRecords(context.sealedText('sizing.csv')).find(
    ({ cell }) => cell('recipient_id') === recipientId && isCountedName(cell('component')),
  );
  const count = row ? Number(row.cell('persons')) : 0;
  const reason = sayNoGrant(year, count);
  const sources = row ? [{ kind: 'run_file', file: 'sizing.csv', line: row.line } as const] : [];
  return reason ? [{ ...reason, id, label: '', sources, steps: [] }] : [];
}

/** A person of the register with the leaf that the trace has; undefined where a run tells nothing of the person. */
interface PersonOfPlace {
  readonly leaf: TraceLeaf | undefined;
  readonly isWithheld: boolean;
}

/**
 * Everybody with a day of residence, training or full-time upper secondary school in a place within the grant year, by
 * rows known at D. Persons with a protected address are left out: who asks shall not learn where they live.
 */
function* peopleOfPlace(context: RunContext, year: GrantYearContext, recipient: number): Generator<PersonOfPlace> {
  const leaves = new LeafWalk(context.trace.leaves());
  for (const block of context.snapshot.blocks()) {
    for (let index = 0; index < block.personCount; index += 1) {
      const personRow = visiblePersonRow(block.persons, index, asDay(context.request.asOf));
      const line = personRow < 0 ? 0 : u32(block.persons.line, personRow);
      const leaf = leaves.of(line);
      if (personRow < 0 || isProtectedPerson(block, index) || !isThere(block, index, year, recipient)) continue;
      yield { leaf, isWithheld: u8(block.withheld, index) === 1 };
    }
  }
}

function isThere(block: RegisterBlock, index: number, year: GrantYearContext, recipient: number): boolean {
  return [block.residence, block.trainingKommune, block.upperSecondary].some((table) =>
    hasDay(table, index, year, recipient),
  );
}

function hasDay(table: PlaceColumns, index: number, year: GrantYearContext, recipient: number): boolean {
  for (let row = rowStart(table, index); row < rowEnd(table, index); row += 1) {
    if (!isVisible(table, row, year.asOf)) continue;
    if (i32(table.fromDate, row) > year.lastDay || i32(table.toDate, row) < year.firstDay) continue;
    if (i32(year.translation.target, i32(table.recipient, row)) === recipient) return true;
  }
  return false;
}
