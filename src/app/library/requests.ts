import { resolve } from 'node:path';
import { type Component, type Day, NorsktilskuddError, PersonId, parseComponent, parseDay } from '../../domain';
import type { ProgressListener } from '../../register';
import type { ExplainTarget } from '../explain/explain-input';
import type { RegisterPlace } from '../register/open-place';
import type { RunRequest } from '../run/run-request';
import { NO_SETTINGS } from '../run/term-facts';

/** Which register is read: the folder of an extract, or a snapshot that is stored beside the ledger. */
export interface RegisterChoice {
  readonly extract?: string;
  readonly snapshot?: string;
  /** D, `YYYY-MM-DD`. Left out: the earlier of the cut-off and the day on which the extract was taken. */
  readonly asOf?: string;
  /** Components that are left out. */
  readonly excluded?: readonly string[];
  /** Rejected rows, in percent of a table, up to which the work goes on. Left out: none. */
  readonly rejectLimitPercent?: number;
}

/** A term to run. */
export interface TermRequest extends RegisterChoice {
  readonly grantYear: number;
  readonly term: 1 | 2 | 3 | 4;
  /** Who runs it, where that is another than the one of the installation. */
  readonly actor?: string;
  /** What is accepted by name, `NAME` or `NAME=REFERENCE`. */
  readonly accept?: readonly string[];
  /** A further run of a term that is posted. */
  readonly supplement?: boolean;
  /** Into a ledger from which nothing can be paid; made where there is none. */
  readonly rehearsal?: boolean;
  /** Makes a real ledger where there is none. */
  readonly newLedger?: boolean;
  readonly appropriationNok?: number;
  readonly fewerPersonsPercent?: number;
  /** Folder of the run. Left out: beside the ledger, under the run's id. */
  readonly out?: string;
  /** Folder of newer tables. */
  readonly tables?: string;
  readonly onProgress?: ProgressListener;
}

/** What is to be explained: one of these. */
export type ExplainRequest = (
  | { readonly line: string }
  | { readonly person: string }
  | { readonly recipient: string }
  | { readonly component: string }
  | { readonly batch: string }
) & {
  /** Run of a person, recipient or component. Left out: the last one. */
  readonly run?: string;
  /** Also what would have had to be otherwise where nothing is given. */
  readonly whyNot?: boolean;
  /** Who asks, for the access log. */
  readonly actor?: string;
};

/** A request as the use `run` takes it. */
export function runRequestOf(request: TermRequest, actor: string): RunRequest {
  const { rehearsal = false, newLedger = false, supplement = false, accept = [], onProgress } = request;
  const { place, ...reading } = readingOf(request);
  const { fewerPersonsPercent = NO_SETTINGS.fewerPersonsPercent, appropriationNok } = request;
  return {
    register: placeNeeded(place),
    grantYear: request.grantYear,
    term: request.term,
    ...reading,
    acceptedNames: accept,
    wants: { fewerPersonsPercent, appropriationNok },
    supplement,
    rehearsal,
    newLedger,
    hasList: false,
    out: absolute(request.out),
    tables: absolute(request.tables),
    actor,
    ...(onProgress === undefined ? {} : { onProgress }),
  };
}

/** What a choice of a register says, read and checked. */
export interface RegisterReadingRequest {
  readonly place: RegisterPlace | undefined;
  readonly asOf: Day | undefined;
  readonly excluded: readonly Component[];
  readonly rejectLimitPercent: number | null;
}

/** @throws NorsktilskuddError usage FLAG_BAD_VALUE for a day or a component that is none */
export function readingOf({
  extract,
  snapshot,
  asOf,
  excluded = [],
  rejectLimitPercent,
}: RegisterChoice): RegisterReadingRequest {
  const folder = extract === undefined ? undefined : { extract: resolve(extract) };
  return {
    place: snapshot === undefined ? folder : { snapshotId: snapshot },
    asOf: asOf === undefined ? undefined : (parseDay(asOf) ?? refuse('asOf', asOf, 'YYYY-MM-DD')),
    excluded: excluded.map((name) => parseComponent(name) ?? refuse('excluded', name, 'persontilskudd')),
    rejectLimitPercent: rejectLimitPercent ?? null,
  };
}

/** @throws NorsktilskuddError usage FLAG_MISSING where no register is named */
export function placeNeeded(place: RegisterPlace | undefined): RegisterPlace {
  if (place === undefined) throw new NorsktilskuddError('usage', 'FLAG_MISSING', { flag: 'extract' });
  return place;
}

/** @throws NorsktilskuddError usage FLAG_NO_DUF_NUMBER, FLAG_BAD_VALUE */
export function explainTargetOf(request: ExplainRequest): ExplainTarget {
  if ('line' in request) return { kind: 'line', lineId: request.line };
  if ('recipient' in request) return { kind: 'recipient', recipient: request.recipient };
  if ('batch' in request) return { kind: 'batch', runId: request.batch };
  if ('component' in request) {
    return { kind: 'component', component: componentOf(request.component) };
  }
  return { kind: 'person', person: personOf(request.person) };
}

/** @throws NorsktilskuddError usage FLAG_BAD_VALUE */
export function componentOf(name: string): Component {
  return parseComponent(name) ?? refuse('component', name, 'persontilskudd, grunntilskudd');
}

/** @throws NorsktilskuddError usage FLAG_NO_DUF_NUMBER */
export function personOf(text: string): PersonId;
export function personOf(text: string | undefined): PersonId | undefined;
export function personOf(text: string | undefined): PersonId | undefined {
  if (text === undefined) return undefined;
  const person = PersonId.parse(text);
  if (person === undefined) throw new NorsktilskuddError('usage', 'FLAG_NO_DUF_NUMBER', { flag: 'person' });
  return person;
}

/** A path from the current folder; undefined stays undefined. */
export function absolute(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path);
}

function refuse(flag: string, value: string, expected: string): never {
  throw new NorsktilskuddError('usage', 'FLAG_BAD_VALUE', { flag, value, expected });
}
