import { interruptionPoint } from './interruption';

/**
 * Fault injection. Every operation of this room passes a fault point before it acts; a plan can make the n-th of them
 * fail as a full disk would, or end the process as a power cut would. A plan is set by a test: with setFaultPlan(), or in
 * the global that this sets, by a script that Node loads before the bundled program. No argument, variable or file of a
 * production run reaches it. Without a plan a fault point is a counter.
 */
export interface FaultPlan {
  /** `fail` throws an error with code ENOSPC; `kill` ends the process at once with SIGKILL. */
  readonly action: 'fail' | 'kill';
  /** Only points whose name starts so count; empty for all. */
  readonly prefix: string;
  /** 1 for the first such point. */
  readonly occurrence: number;
}

/** Points at which something new is begun. All others clear up or complete, which no wish to stop may hinder. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  'file.mkdir',
  'file.open',
  'file.read',
  'file.write',
  'db.open',
  'db.begin',
  'db.exec',
  'db.run',
  'thread.start',
]);

declare global {
  var norsktilskuddFaultPlan: FaultPlan | undefined;
}
let passed = 0;

/** Sets or clears the plan and starts counting anew. */
export function setFaultPlan(next: FaultPlan | undefined): void {
  globalThis.norsktilskuddFaultPlan = next;
  passed = 0;
}

/** Number of fault points passed since the plan was set (of the plan's prefix, if there is one). */
export function faultPointsPassed(): number {
  return passed;
}

/** The error of a fault that was injected. */
export class InjectedFault extends Error {
  readonly code = 'ENOSPC';
  constructor(point: string) {
    super(`injected fault at ${point}`);
    this.name = 'InjectedFault';
  }
}

/** Marks a place where an effect may fail. Named `file.write`, `db.commit`, ... */
export function faultPoint(name: string): void {
  if (BEGINNINGS.has(name)) interruptionPoint();
  const plan = globalThis.norsktilskuddFaultPlan;
  if (plan && !name.startsWith(plan.prefix)) return;
  passed += 1;
  if (!plan || passed !== plan.occurrence) return;
  if (plan.action === 'kill') process.kill(process.pid, 'SIGKILL');
  throw new InjectedFault(name);
}
