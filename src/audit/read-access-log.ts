import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../domain';
import { type Database, openDatabase, pathExists } from '../effects';
import { accessLogLacks } from './access-note';
import {
  ACCESS_SHAPE,
  type AccessContent,
  type AccessFormat,
  accessBody,
  accessFormatOf,
  accessHash,
  EMPTY_ACCESS_HEAD,
} from './access-rows';

/** The whole access log, checked. */
export interface AccessLog {
  readonly rows: readonly (AccessContent & { readonly sequence: number })[];
  /** Hash of the last row: kept elsewhere, it shows whether rows have been cut off the end. */
  readonly head: string;
  /** Hash after each row, the one of an empty log first. */
  readonly heads: readonly string[];
  /** What is wrong with the chain; empty when it checks. */
  readonly faults: readonly ErrorDetail[];
}

/** Reads and checks the access log and holds it to its note; an empty one where nothing has been logged. */
export function readAccessLog(path: string): AccessLog {
  if (!pathExists(path))
    return nothing(accessLogLacks(path, { count: 0, lastFormat: undefined }, () => EMPTY_ACCESS_HEAD));
  let db: Database | undefined;
  try {
    db = openDatabase(path, { readOnly: true });
    const shape = shapeFaults(db, path);
    return shape.length > 0 ? nothing(shape) : readRows(db, path);
  } catch (cause) {
    if (cause instanceof NorsktilskuddError) throw cause;
    return nothing([broken(path, 0)]);
  } finally {
    db?.close();
  }
}

function nothing(faults: readonly ErrorDetail[]): AccessLog {
  return { rows: [], head: EMPTY_ACCESS_HEAD, heads: [EMPTY_ACCESS_HEAD], faults };
}

function readRows(db: Database, path: string): AccessLog {
  const faults: ErrorDetail[] = [];
  const rows: AccessLog['rows'][number][] = [];
  let head = EMPTY_ACCESS_HEAD;
  const heads = [head];
  let sequence = 0;
  let lastFormat: AccessFormat | undefined;
  for (const [number, body, previous, hash] of db
    .prepare('SELECT sequence, body, previous_hash, hash FROM access ORDER BY sequence')
    .iterate()) {
    sequence += 1;
    const content = contentOf(String(body));
    const follows = number === sequence && previous === head && accessHash(head, String(body)) === hash;
    if (!follows || content === undefined) faults.push(broken(path, sequence));
    if (content !== undefined) rows.push({ sequence, ...content });
    head = String(hash);
    lastFormat = accessFormatOf(String(body));
    heads.push(head);
  }
  faults.push(...accessLogLacks(path, { count: sequence, lastFormat }, (row) => heads[row]));
  return { rows, head, heads, faults };
}

/** What a row says; undefined where its bytes are not those that this program writes. */
function contentOf(body: string): AccessContent | undefined {
  try {
    const row: AccessContent & { readonly run_id: string } = JSON.parse(body);
    const { kind, actor, account, at, run_id: runId, subjects, purpose } = row;
    const content = { kind, actor, account, at, runId, subjects, purpose };
    const format = accessFormatOf(body);
    return format !== undefined && accessBody(content, format) === body ? content : undefined;
  } catch {
    return undefined;
  }
}

function shapeFaults(db: Database, path: string): ErrorDetail[] {
  const found = db
    .prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(([sql]) => String(sql));
  return [...found].sort().join(';') === [...ACCESS_SHAPE].sort().join(';') ? [] : [broken(path, 0)];
}

function broken(file: string, row: number): ErrorDetail {
  return errorDetail('ACCESS_LOG_BROKEN', { file, row });
}
