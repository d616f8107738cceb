import type { Cohort, ComponentSum, CountedSum, RunFigures, Shown, StageSum, TermPoint } from './figures';
import type { Parameter, RuleShown } from './law';
import type { MapOutline } from './map-outline';
import type { Recipient } from './recipient';

/** A run as its pages show it. */
export interface ReportModel {
  readonly isRestricted: boolean;
  readonly isRehearsal: boolean;
  /** draft, posted, superseded, withdrawn, annulled. */
  readonly state: string;
  readonly runId: string;
  readonly grantYear: number;
  readonly term: number;
  readonly supplementNumber: number;
  /** D, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly extractTakenAt: string;
  readonly extractSource: string;
  readonly manifestHash: string;
  /** Heads of the ledger when the run was posted; empty of a draft. */
  readonly postingHead: string;
  readonly journalHead: string;
  readonly programVersion: string;
  readonly acts: readonly { readonly role: string; readonly actor: string; readonly at: string }[];
  readonly runs: readonly RunFigures[];
  readonly terms: readonly TermPoint[];
  readonly appropriationNok: number | undefined;
  readonly components: readonly ComponentSum[];
  readonly stages: readonly StageSum[];
  readonly held: readonly CountedSum[];
  readonly findings: readonly CountedSum[];
  readonly limits: readonly {
    readonly name: string;
    readonly limit: number;
    readonly value: Shown;
    readonly isBreached: boolean;
  }[];
  readonly blockers: readonly { readonly name: string; readonly status: string }[];
  /** What was accepted by name, and by which reference. */
  readonly accepted: readonly { readonly name: string; readonly reference: string }[];
  /** What is wrong with those who are paid: kind, and how many recipients and kroner. */
  readonly payees: readonly {
    readonly kind: string;
    readonly recipients: readonly string[];
    readonly paidNok: Shown;
  }[];
  readonly cohorts: readonly Cohort[];
  readonly recipients: readonly Recipient[];
  readonly parameters: readonly Parameter[];
  readonly rules: readonly RuleShown[];
  readonly map: MapOutline;
  /** Fewest persons of a figure that is shown. */
  readonly fewestPersons: number;
}
