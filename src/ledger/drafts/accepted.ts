import { camelCase, type MessageCode } from '../../domain';
import type { Column } from '../columns';
import { textsOf } from '../hash-chain';

/** Numbers and dates that something wanted or accepted is reported with, by name. */
export type Figures = Readonly<Record<string, string | number>>;

/** Something that was accepted by name for a run. */
export interface Accepted {
  readonly name: string;
  /** Where the decision is found; empty where none was given. */
  readonly reference: string;
  /** What was accepted, in figures; empty where the run did not want it. */
  readonly figures: Figures;
}

/** One text for an acceptance: name, reference and figures. Batches of ledgers of format 1 have the name alone. */
export function acceptedText({ name, reference, figures }: Accepted): string {
  return `${name}\t${reference}\t${figuresText(figures)}`;
}

/** An acceptance from its text. */
export function acceptedOf(text: string): Accepted {
  const [name = '', reference = '', figures = ''] = text.split('\t');
  return { name, reference, figures: figuresOf(figures) };
}

/** Something that keeps a batch from being approved in a real ledger. */
export interface Blocker {
  /** `NEEDS_ACCEPTANCE`, `NEEDS_REFERENCE`, `STATUS_NOT_PAYABLE`, ... */
  readonly code: string;
  /** Cell, assumption or a name of its own (`rejected-rows`). */
  readonly name: string;
  /** Status of a figure; empty where there is none. */
  readonly status: string;
  /** What blocks, in figures; none in ledgers of format 1. */
  readonly figures?: Figures | undefined;
}

/** One text for a blocker: `code name status figures`, without figures in format 1. */
export function blockerText(blocker: Blocker): string {
  const figures = figuresText(blocker.figures ?? {});
  return [blocker.code, blocker.name, blocker.status, ...(figures === '' ? [] : [figures])].join('\t');
}

/** A blocker from its text. */
export function blockerOf(text: string): Blocker {
  const [code = '', name = '', status = '', figures = ''] = text.split('\t');
  return { code, name, status, figures: figuresOf(figures) };
}

/** A column that holds a JSON list of texts. */
export function listOf<T>(sql: string, itemOf: (text: string) => T): Column<readonly T[]> {
  return { sql, read: (value) => textsOf(String(value)).map((text) => itemOf(text)) };
}

const WANTED: Readonly<Record<string, MessageCode>> = {
  'above-appropriation': 'WANTED_ABOVE_APPROPRIATION',
  'fewer-persons': 'WANTED_FEWER_PERSONS',
  'first-run': 'WANTED_FIRST_RUN',
  'missing-persons': 'WANTED_MISSING_PERSONS',
  'opening-arrears': 'WANTED_OPENING_ARREARS',
  'rejected-rows': 'WANTED_REJECTED_ROWS',
  'shared-national-ids': 'WANTED_SHARED_NATIONAL_IDS',
  'skipped-term': 'WANTED_SKIPPED_TERM',
  'stale-extract': 'WANTED_STALE_EXTRACT',
  tables: 'WANTED_TABLES',
};

/** Code of the text that tells a wanted fact with its figures; undefined for what is reported by its name. */
export function wantedCode(name: string): MessageCode | undefined {
  return WANTED[name];
}

/** Figures as values of a text: `paid_nok` is `paidNok` there. */
export function figureParams(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [camelCase(name), value]));
}

/** Figures as a text, their names in order; empty for none. */
function figuresText(figures: Figures): string {
  const names = Object.keys(figures).sort();
  return names.length === 0 ? '' : JSON.stringify(Object.fromEntries(names.map((name) => [name, figures[name]])));
}

/** Figures from their text; none where it is no such text. */
function figuresOf(text: string): Figures {
  try {
    const figures: unknown = text === '' ? {} : JSON.parse(text);
    return isFigures(figures) ? figures : {};
  } catch {
    return {};
  }
}

function isFigures(value: unknown): value is Figures {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((figure) => typeof figure === 'string' || typeof figure === 'number')
  );
}
