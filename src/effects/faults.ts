/**
 * Fault injection. Every operation of this room passes a fault point before it acts; a plan can make the n-th of them
 * fail as a full disk would, or end the process as a power cut would. Plans are set by tests, in the process or through
 * the environment variable NORSKTILSKUDD_FAULT (`kill:17`, `fail:write:3`); without one a fault point is a counter.
 */
export interface FaultPlan {
  /** `fail` throws an error with code ENOSPC; `kill` ends the process at once with SIGKILL. */
  readonly action: 'fail' | 'kill';
  /** Only points whose name starts so count; empty for all. */
  readonly prefix: string;
  /** 1 for the first such point. */
  readonly occurrence: number;
}

let plan: FaultPlan | undefined = parseFaultPlan(process.env.NORSKTILSKUDD_FAULT ?? '');
let passed = 0;

/** Reads `kill:17` or `fail:file.write:3`; undefined for anything else. */
export function parseFaultPlan(text: string): FaultPlan | undefined {
  const match = /^(fail|kill):(?:([a-z.]+):)?(\d+)$/.exec(text);
  if (!match) return undefined;
  return { action: match[1] === 'kill' ? 'kill' : 'fail', prefix: match[2] ?? '', occurrence: Number(match[3]) };
}

/** Sets or clears the plan and starts counting anew. */
export function setFaultPlan(next: FaultPlan | undefined): void {
  plan = next;
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
  if (plan && !name.startsWith(plan.prefix)) return;
  passed += 1;
  if (!plan || passed !== plan.occurrence) return;
  if (plan.action === 'kill') process.kill(process.pid, 'SIGKILL');
  throw new InjectedFault(name);
}
