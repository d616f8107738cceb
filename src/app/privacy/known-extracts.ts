import { join } from 'node:path';
import { asDay, type ErrorDetail, errorDetail, formatDay, NorsktilskuddError } from '../../domain';
import { isFolder, listFolder } from '../../effects';
import type { BatchInfo } from '../../ledger';
import { snapshotMetaAt } from '../../register';

/** The stored extracts by age. */
export interface KnownExtracts {
  /** Ids of snapshots of one day together, the newest day first. */
  readonly levels: readonly (readonly string[])[];
  /** Of which no day is known: they count beside the newest. */
  readonly undated: readonly string[];
  /** Why nobody can tell whose address is protected. */
  readonly fault: ErrorDetail | undefined;
}

/** When a snapshot was taken, and the last draft that rests on it. */
interface Extract {
  readonly id: string;
  /** `YYYY-MM-DD`: the day it was taken, else the latest D of its drafts; empty where neither is known. */
  readonly day: string;
  /** Number of the last draft that rests on it, 0 for none. */
  readonly lastDraft: number;
}

type Draft = Pick<BatchInfo, 'batch' | 'snapshot' | 'asOf'>;

/**
 * Orders the extracts that are stored or that drafts rest on by the day on which they were taken. One that cannot be
 * read, and may be the newest, is a fault: nobody knows what it says.
 */
export function knownExtracts(folder: string, drafts: readonly Draft[]): KnownExtracts {
  const names = isFolder(folder) ? listFolder(folder).filter((name) => /^[0-9a-f]+\.db$/.test(name)) : [];
  const stored = names.map((name) => name.slice(0, -'.db'.length));
  const read = stored.map((id) => ({ id, taken: takenDay(join(folder, `${id}.db`)) }));
  const readable = read.flatMap(({ id, taken }) => (taken === undefined ? [] : [extractOf(id, taken, drafts)]));
  const damaged = read.flatMap(({ id, taken }) => (taken === undefined ? [extractOf(id, '', drafts)] : []));
  const wanted = new Set(drafts.map(({ snapshot }) => snapshot).filter((id) => id !== '' && !stored.includes(id)));
  const gone = [...wanted].map((id) => extractOf(id, '', drafts));
  const days = [...new Set(readable.map(({ day }) => day).filter((day) => day !== ''))].sort().reverse();
  return {
    levels: days.map((day) => readable.filter((each) => each.day === day).map(({ id }) => id)),
    undated: readable.filter(({ day }) => day === '').map(({ id }) => id),
    fault: faultOf(folder, days[0] ?? '', readable, damaged, gone),
  };
}

function extractOf(id: string, taken: string, drafts: readonly Draft[]): Extract {
  const own = drafts.filter(({ snapshot }) => snapshot === id);
  const latest =
    own
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? '';
  return { id, day: taken === '' ? latest : taken, lastDraft: Math.max(0, ...own.map(({ batch }) => batch)) };
}

/** Day on which a stored extract was taken, empty where it does not say; undefined where it cannot be read. */
function takenDay(path: string): string | undefined {
  try {
    const { takenAt } = snapshotMetaAt(path);
    return takenAt === null ? '' : formatDay(asDay(takenAt));
  } catch (cause) {
    if (cause instanceof NorsktilskuddError) return undefined;
    throw cause;
  }
}

function faultOf(
  folder: string,
  newest: string,
  readable: readonly Extract[],
  damaged: readonly Extract[],
  gone: readonly Extract[],
): ErrorDetail | undefined {
  const broken = damaged.find(({ day }) => day === '' || day >= newest);
  if (broken) return errorDetail('PROTECTION_EXTRACT_DAMAGED', { file: join(folder, `${broken.id}.db`) });
  const lastDraft = Math.max(0, ...readable.map((each) => each.lastDraft));
  // Of two taken by the same day the one with the later draft is the newer.
  const missing = gone.find(({ day, lastDraft: last }) => day > newest || (day === newest && last > lastDraft));
  return missing && errorDetail('PROTECTION_EXTRACT_GONE', { file: join(folder, `${missing.id}.db`) });
}
