import { join, relative } from 'node:path';
import { firstStep, type NextStep, nextStepsOf, requiresKey, type StepAbout, type StepWord } from '../../app';
import { NorsktilskuddError } from '../../domain';
import type { TextKey } from '../../messages';
import { CONFIG_FILE_NAME } from '../config/config-values';
import { type CliContext, say } from '../context';
import { callWith } from '../declare/call';
import type { Call } from '../declare/source';
import * as sources from '../flags/sources';
import { shellWord } from './shell-word';

/** What to tell after a command: a step of its own, or the ledger's first, of a run where one is named. */
export interface NextAsked extends StepAbout {
  readonly step?: NextStep | undefined;
  /** Folder of an installation that was made or changed just now. */
  readonly installation?: string;
  /** Further words of an approval. */
  readonly approval?: readonly StepWord[];
}

/** A step and whoever it is told. */
export interface NextFound {
  readonly step: NextStep;
  /** Its flags name the ledger as this call does. */
  readonly context: CliContext;
}

/** What comes next after an act, which is not undone by a ledger that cannot be read again: then there is none. */
export function nextAfter(asked: NextAsked | undefined, call: Call, context: CliContext): NextFound | undefined {
  if (asked === undefined) return undefined;
  const found = asked.step ?? stepOfLedger(asked, call);
  if (found === undefined) return undefined;
  const more = found.kind === 'approve' ? (asked.approval ?? []) : [];
  const { installation } = asked;
  const isElsewhere = installation !== undefined && installation !== context.terminal.cwd;
  const file = isElsewhere ? join(relative(context.terminal.cwd, installation), CONFIG_FILE_NAME) : '';
  const ledgerFlag = isElsewhere ? ` --config ${shellWord(file)}` : (context.ledgerFlag ?? '');
  return { step: { ...found, words: [...found.words, ...more] }, context: { ...context, ledgerFlag } };
}

/** Whether the ledger that a call names requires signatures; undefined where it names none that can be read. */
export function needsKeyOf(call: Call): boolean | undefined {
  const db = sources.db.read(call)?.value;
  return db === undefined ? undefined : known(() => requiresKey(db));
}

function stepOfLedger(about: NextAsked, given: Call): NextStep | undefined {
  const { installation } = about;
  const file = installation === undefined ? undefined : join(installation, CONFIG_FILE_NAME);
  const call = file === undefined ? given : callWith(new Map([['--config', [file]]]), given);
  const [db, settings] = [sources.db.read(call)?.value, sources.stepSettings.read(call)?.value];
  if (db === undefined || settings === undefined) return undefined;
  return known(() => firstStep(nextStepsOf(db, settings), about));
}

/** What a ledger tells; undefined where it cannot be read. */
function known<T>(tell: () => T): T | undefined {
  try {
    return tell();
  } catch (cause) {
    if (cause instanceof NorsktilskuddError) return undefined;
    throw cause;
  }
}

/** A step with why it is told, and the command as it can be typed once its words in capitals are filled in. */
export function nextText(step: NextStep, context: CliContext): string {
  const { kind, runId, blockedBy } = step;
  const why = runId === '' && blockedBy.length > 0 ? FILL_IN[kind] : WHY[kind];
  const names = blockedBy.map((name) => faultText(name, context)).join(', ');
  const reason = why === undefined ? '' : say(context, why, { runId, names });
  return `${reason}${say(context, 'next.line', { typed: typedText(step, { ...context, cwd: context.terminal.cwd }) })}`;
}

/** What a step needs said before its command; of the others the command says all. */
const WHY: Partial<Record<NextStep['kind'], WhyKey>> = {
  run_anew: 'next.why_run_anew',
  withdraw: 'next.why_withdraw',
  fill_rates: 'next.why_fill_rates',
  propose_rates: 'next.why_propose_rates',
  accept: 'next.why_accept',
  propose_assumptions: 'next.why_propose_assumptions',
  clear_unknown: 'next.why_clear_unknown',
  see_blocked: 'next.why_see_blocked',
};
/** The same of a sheet that is not filled in yet. */
const FILL_IN: typeof WHY = { run: 'next.why_fill_in', propose_rates: 'next.why_fill_in' };
type WhyKey = Extract<TextKey, `next.why_${string}`>;

/** Why a draft cannot be approved any more, by the code of what is wrong with it. */
const FAULTS: Readonly<Record<string, TextKey>> = {
  LEDGER_CHANGED: 'next.fault_changed',
  LEDGER_CASES_CHANGED: 'next.fault_cases',
  LEDGER_SIGNATURE_VOID: 'next.fault_signature',
  LEDGER_ANNUL_CLAIMED: 'next.fault_claimed',
  LEDGER_ANNUL_HAS_OUTCOMES: 'next.fault_paid',
  LEDGER_ANNUL_IN_FILE: 'next.fault_in_file',
};

/** What is wrong with a draft in words, or the name of what it waits for as it is typed. */
export function faultText(name: string, context: CliContext): string {
  const key = FAULTS[name];
  return key === undefined ? name : say(context, key, {});
}

/** Whoever is spoken to, and the flags by which this call named its ledger. */
interface Speaker extends Pick<CliContext, 'language' | 'ledgerFlag'> {
  /** Folder in which the command will be typed; undefined: paths stand whole. */
  readonly cwd?: string;
}

/** Commands that name no ledger. */
const WITHOUT_LEDGER: ReadonlySet<string> = new Set(['init', 'generate', 'doctor', 'lists sign', 'keys new']);

/** `norsktilskudd approve RUN --as OTHER --db trial.db` */
export function typedText({ words }: NextStep, context: Speaker): string {
  const typed = words.map((word) => wordText(word, context)).join(' ');
  const [first, second] = words;
  const isOfLedger = !WITHOUT_LEDGER.has(String(first)) && !WITHOUT_LEDGER.has(`${String(first)} ${String(second)}`);
  return `norsktilskudd ${typed}${isOfLedger ? (context.ledgerFlag ?? '') : ''}`;
}

/** A path below the folder in which it is typed, without that folder. */
function seenFrom(word: string, cwd: string | undefined): string {
  return cwd !== undefined && word.startsWith(`${cwd}/`) ? word.slice(cwd.length + 1) : word;
}

function wordText(word: StepWord, context: Speaker): string {
  if (typeof word === 'string') return shellWord(seenFrom(word, context.cwd));
  const filled = say(context, `next.blank_${word.blank}`);
  const isText = word.before !== undefined || word.blank === 'reference' || word.blank === 'reason';
  return isText ? `"${word.before ?? ''}${filled}"` : filled;
}
