import { join } from 'node:path';
import { manifestInFolder, unapprovedRates } from '../../audit';
import { nowUtc, pathExists } from '../../effects';
import type { BatchInfo, Ledger } from '../../ledger';
import { MANIFEST_FILE } from '../../payout';
import { againOf, runWords } from './run-words';
import { hasSheetOf, initWords, type NextStep, type StepSettings, type StepWord, signedAs, step } from './step';

/**
 * What comes next for an open draft: a draft that cannot be approved any more is run anew (or withdrawn), one that is blocked
 * gets what blocks it, any other is signed, attested or approved.
 */
export function draftSteps(ledger: Ledger, batch: BatchInfo, settings: StepSettings): NextStep[] {
  const { runId, actor } = batch;
  const needsKey = ledger.requiresSignatures();
  const faults = ledger.draftFaults(runId, nowUtc().slice(0, 10)).map(({ code }) => code);
  if (faults.length > 0) {
    const words =
      batch.kind === 'run'
        ? runWords(ledger, againOf(batch))
        : ['withdraw', runId, '--reason', { blank: 'reason' } as const, ...signedAs(actor, needsKey)];
    return [step(batch.kind === 'run' ? 'run_anew' : 'withdraw', words, { runId, blockedBy: faults })];
  }
  const wanted = blockedSteps(ledger, batch, settings);
  if (wanted.length > 0) return wanted;
  const { command } = nextActOf(ledger, runId);
  const by = command === 'sign' ? 'name' : 'other';
  return [step(command, [command, runId, ...signedAs(by, needsKey)], { runId })];
}

/** How each thing is got out of the way that blocks a draft of a real ledger. */
function blockedSteps(ledger: Ledger, batch: BatchInfo, settings: StepSettings): NextStep[] {
  if (ledger.rehearsal || batch.kind !== 'run') return [];
  const { runId, blockers } = batch;
  const steps: NextStep[] = [];
  const rates = blockers.filter(({ code }) => code === 'STATUS_NOT_PAYABLE').map(({ name }) => name);
  if (rates.length > 0) {
    const { settingsFolder } = settings;
    const isFilledIn = settingsFolder === undefined || hasSheetOf(batch.grantYear, settings);
    const words = isFilledIn ? runWords(ledger, againOf(batch)) : initWords(batch.grantYear, settingsFolder);
    steps.push(step('fill_rates', words, { runId, blockedBy: rates }));
  }
  const unapproved = ledger.requiresSignatures() ? unapprovedIn(ledger, batch) : [];
  if (unapproved.length > 0) {
    steps.push(step('propose_rates', listWords(ledger, 'rates', []), { runId, blockedBy: unapproved }));
  }
  const wanted = blockers.filter(({ code }) => code !== 'STATUS_NOT_PAYABLE');
  return wanted.length === 0 ? steps : [...steps, ...acceptSteps(ledger, batch, wanted)];
}

function acceptSteps(ledger: Ledger, batch: BatchInfo, wanted: BatchInfo['blockers']): NextStep[] {
  const { runId } = batch;
  const listed = acceptedInList(ledger);
  const [facts, law] = [wanted.filter(({ status }) => status === ''), wanted.filter(({ status }) => status !== '')];
  const missing = law.filter(({ name }) => !listed.has(name)).map(({ name }) => name);
  if (ledger.requiresSignatures() && missing.length > 0) {
    const held = [...listed].map(([name, reference]) => accept(name, reference));
    const accepts = [...held, ...missing.map((name) => accept(name, ''))].flat();
    return [step('propose_assumptions', listWords(ledger, 'assumptions', accepts), { runId, blockedBy: missing })];
  }
  const before = referencesBefore(ledger);
  const own = batch.accepted.filter(({ name }) => !wanted.some((each) => each.name === name));
  const names = ledger.requiresSignatures() ? facts : wanted;
  const accepts = [
    ...own.filter(({ name }) => !listed.has(name)).flatMap(({ name, reference }) => accept(name, reference)),
    ...names.flatMap(({ name, status }) => accept(name, status === '' ? '' : (before.get(name) ?? ''))),
  ];
  const blockedBy = wanted.map(({ name }) => name);
  return [step('accept', [...runWords(ledger, againOf(batch)), ...accepts], { runId, blockedBy })];
}

/** `--accept NAME=REFERENCE`; whoever types it says where the decision is found, unless it is known. */
function accept(name: string, reference: string): StepWord[] {
  const before = `${name}=`;
  return ['--accept', reference === '' ? { before, blank: 'reference' } : `${before}${reference}`];
}

/** References under which assumptions and rates were accepted for what was posted last. */
function referencesBefore(ledger: Ledger): ReadonlyMap<string, string> {
  const posted = ledger.batches().filter(({ kind, state }) => kind === 'run' && state === 'posted');
  const last = posted.toSorted((a, b) => a.posting - b.posting).at(-1);
  return new Map(last?.accepted.map(({ name, reference }) => [name, reference]));
}

function acceptedInList(ledger: Ledger): ReadonlyMap<string, string> {
  const list = ledger.listInForce('assumptions', nowUtc().slice(0, 10))?.list;
  return new Map(list?.accepted?.map(({ name, reference }) => [name, reference]));
}

/** `lists propose KIND ... --out KIND-VERSION.json` */
export function listWords(ledger: Ledger, kind: 'rates' | 'assumptions', accepts: readonly StepWord[]): StepWord[] {
  const version = ledger.adoptedLists(kind).length + 1;
  return ['lists', 'propose', kind, ...accepts, '--out', `${kind}-${version}.json`];
}

/** Rates of a draft that no two persons have approved. */
function unapprovedIn(ledger: Ledger, { runFolder }: BatchInfo): string[] {
  if (!pathExists(join(runFolder, MANIFEST_FILE))) return [];
  const list = ledger.listInForce('rates', nowUtc().slice(0, 10))?.list;
  return unapprovedRates(manifestInFolder(runFolder), list).map(({ params }) => String(params.name));
}

/** What comes next for a draft. */
export interface NextAct {
  readonly command: 'sign' | 'attest' | 'approve';
  readonly needsKey: boolean;
}

interface SigningLedger {
  requiresSignatures(): boolean;
  signaturesOf(runId: string): readonly { readonly role: string }[];
}

/** The next act of an open draft: where the ledger requires signatures, the runner signs, then one attests and one approves. */
export function nextActOf(ledger: SigningLedger, runId: string): NextAct {
  if (!ledger.requiresSignatures()) return { command: 'approve', needsKey: false };
  const given = new Set(ledger.signaturesOf(runId).map(({ role }) => role));
  const command = !given.has('runner') ? 'sign' : !given.has('attestant') ? 'attest' : 'approve';
  return { command, needsKey: true };
}
