import { dirname, join, resolve } from 'node:path';
import { fileIdentity, listFolder, realPath } from '../../effects';
import { valuesOf } from '../columns';
import type { OpenLedger } from '../posting-reads';

/** Folders beside ledgers (`<ledger>.d`) in which notes of what was posted may lie. */
export interface WitnessPlaces {
  /** Beside the ledger itself under every name that it is known by; the first is where its own note stands. */
  readonly own: readonly string[];
  /** Beside the files that the ledger once was, by its own acts. */
  readonly remembered: readonly string[];
  /** Beside the files that it was by the run folders of its batches alone (acts of format 1 name no file): only read. */
  readonly byRunFolders: readonly string[];
}

/**
 * Every place that a ledger knows of. A link, a relative path or another name of the same file lead to the same places,
 * and a copy elsewhere still knows where it was made.
 */
export function witnessPlaces(ledger: OpenLedger): WitnessPlaces {
  const known = [resolve(ledger.path), realPath(ledger.path)];
  const named = namedByActs(ledger).map(realPath);
  const beside = besideRunFolders(ledger).map(realPath);
  const own = unique([...known, ...otherNames(realPath(ledger.path), [...named, ...beside])]);
  const remembered = unique(named).filter((file) => !own.includes(file));
  const byRunFolders = unique(beside).filter((file) => !own.includes(file) && !remembered.includes(file));
  const folders = (files: readonly string[]): string[] => files.map((file) => `${file}.d`);
  return { own: folders(own), remembered: folders(remembered), byRunFolders: folders(byRunFolders) };
}

/** Paths of the file when acts were written to it; acts of format 1 do not say. */
function namedByActs({ db, format }: OpenLedger): string[] {
  if (format < 2) return [];
  return valuesOf(db, String, "SELECT DISTINCT ledger FROM journal WHERE ledger <> ''");
}

/** Paths of the file by the run folders that were made beside it. */
function besideRunFolders({ db }: OpenLedger): string[] {
  const folders = valuesOf(db, String, "SELECT DISTINCT run_folder FROM batches WHERE run_folder LIKE '%.d/runs/%'");
  return folders.flatMap((folder) => /^(.+)\.d\/runs\/[^/]+$/.exec(folder)?.slice(1, 2) ?? []);
}

/** Other names of the same file (hard links): in its folder, and where it is remembered. */
function otherNames(file: string, remembered: readonly string[]): string[] {
  const identity = fileIdentity(file);
  if (identity === undefined || identity.names < 2) return [];
  const folder = dirname(file);
  return [...listFolder(folder).map((name) => join(folder, name)), ...remembered].filter(
    (candidate) => candidate !== file && fileIdentity(candidate)?.key === identity.key,
  );
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}
