import type { ActOfRun, DoneBy, OpenAct, ShownAct, ShownCase } from '../../app';
import { formatKroner, isClaimAct } from '../../domain';
import type { TextKey } from '../../messages';
import { type CliContext, say } from '../context';
import { table } from '../view';

const FIELD_WORDS = {
  grant_year: 'case.field_grant_year',
  component: 'case.field_component',
  person: 'case.field_person',
  recipient_id: 'case.field_recipient',
  basis_recipient_id: 'case.field_basis',
  from_date: 'case.field_from',
  to_date: 'case.field_to',
  amount: 'case.field_amount',
  code: 'case.field_code',
  table: 'case.field_table',
  key: 'case.field_key',
  row: 'case.field_row',
  withdraws: 'case.field_withdraws',
} as const satisfies Record<ShownAct['says'][number][0], TextKey>;

/** Fields that acts on claims use for something of their own. */
const CLAIM_WORDS: Readonly<Partial<Record<ShownAct['says'][number][0], TextKey>>> = {
  code: 'claim.field_group',
  to_date: 'claim.field_limitation',
  from_date: 'claim.field_paid_on',
  key: 'claim.field_claim',
};

/** What an act is, in words. */
export function actWord(kind: ShownAct['kind'], context: CliContext): string {
  return say(context, `case.act_${kind}`);
}

/** Cases as a table, the newest last. */
export function casesTable(cases: readonly ShownCase[], context: CliContext): string {
  if (cases.length === 0) return say(context, 'case.none');
  const rows = cases.map(({ caseNumber, kind, state, recipientId, person, reference, acts }) => [
    caseNumber,
    say(context, `case.kind_${kind}`),
    say(context, `case.state_${state}`),
    recipientId || person.slice(0, 8),
    reference,
    acts.filter((act) => act.state === 'in_force' && act.kind !== 'withdrawal').length,
    acts.filter((act) => act.state === 'proposed').length,
  ]);
  return table(context, 'case.columns', 'rllllnn', rows);
}

/** Acts of cases that a run read, each with the lines of its own. */
export function actsOfRunTable(acts: readonly ActOfRun[], context: CliContext): string {
  if (acts.length === 0) return '';
  const rows = acts.map(({ caseNumber, act, kind, lines, amountNok }) => [
    ...[caseNumber, act, say(context, `case.act_${kind}`)],
    ...(kind === 'adjustment' || kind === 'pin_count' ? [lines, amountNok] : ['', '']),
  ]);
  return table(context, 'case.columns_run', 'rrlnk', rows);
}

/** Acts that wait for somebody, or that hold until they are withdrawn. */
export function openActsTable(acts: readonly OpenAct[], context: CliContext): string {
  if (acts.length === 0) return '';
  const rows = acts.map(({ caseNumber, act, kind, state, until }) => [
    ...[caseNumber, act, say(context, `case.act_${kind}`), say(context, `case.act_${state}`), until],
  ]);
  return table(context, 'case.columns_open', 'rrlll', rows);
}

/** A case with its acts and who stands behind each. */
export function caseText(one: ShownCase, context: CliContext): string {
  const { caseNumber, reference, recipientId, person, opened, decided, closed, textsDeletedOn, acts } = one;
  const kind = say(context, `case.kind_${one.kind}`);
  const state = say(context, `case.state_${one.state}`);
  const done = (key: 'case.opened_by' | 'case.closed_by', by: DoneBy): string => say(context, key, doneOf(by));
  return [
    say(context, 'case.title', { caseNumber, kind, state, reference }),
    recipientId === '' ? '' : say(context, 'case.about_recipient', { recipientId }),
    person === '' ? '' : say(context, 'case.about_person', { person }),
    done('case.opened_by', opened),
    decided === undefined
      ? ''
      : say(context, 'case.decided_by', {
          ...doneOf(decided),
          decision: say(context, `case.${decided.decision}`),
        }),
    closed === undefined ? '' : done('case.closed_by', closed),
    textsDeletedOn === '' ? '' : say(context, 'case.texts_deleted', { on: textsDeletedOn }),
    ...acts.map((act) => `\n${caseActText(act, context)}`),
  ].join('');
}

/** An act with what it says, who proposed it and who confirmed it. */
export function caseActText(act: ShownAct, context: CliContext): string {
  const { act: number, kind, state, says, proposed, confirmed, postedBy } = act;
  const title = { number, what: actWord(kind, context), state: say(context, `case.act_${state}`) };
  return [
    say(context, 'case.act_title', title),
    ...says.map(([name, value]) => `  ${say(context, wordOf(kind, name))}: ${valueText(kind, name, value)}\n`),
    say(context, 'case.act_proposed_by', doneOf(proposed)),
    confirmed === undefined ? '' : `${say(context, 'case.act_confirmed_by', doneOf(confirmed)).trimEnd()}\n`,
    postedBy === '' ? '' : say(context, 'case.act_posted_by', { runId: postedBy }),
  ].join('');
}

function wordOf(kind: ShownAct['kind'], name: ShownAct['says'][number][0]) {
  return (isClaimAct(kind) ? CLAIM_WORDS[name] : undefined) ?? FIELD_WORDS[name];
}

function valueText(kind: ShownAct['kind'], name: string, value: string): string {
  if (name === 'row') {
    const columns: Record<string, string> = JSON.parse(value);
    return Object.entries(columns)
      .map(([column, cell]) => `${column}=${cell}`)
      .join(', ');
  }
  return name === 'amount' && (kind === 'adjustment' || isClaimAct(kind)) ? formatKroner(Number(value)) : value;
}

function doneOf({ actor, at, reason }: DoneBy): { actor: string; on: string; reason: string } {
  return { actor, on: at.slice(0, 10), reason };
}
