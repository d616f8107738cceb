import { dirname, join, resolve } from 'node:path';
import { fileIdentity, isFolder, listFolder, pathExists, realPath } from '../../effects';
import type { OpenLedger } from '../posting-reads';

/** Folders beside ledgers (`<ledger>.d`) in which notes of what was posted may lie. */
export interface WitnessPlaces {
  /** Beside the ledger itself under every name that it is known by; the first is where its own note stands. */
  readonly own: readonly string[];
  /** Beside the files that the ledger once was, by its own acts and run folders. */
  readonly remembered: readonly string[];
  /** Beside other files in the folder of the ledger: copies of it, perhaps, or other ledgers. */
  readonly neighbours: readonly string[];
}

/**
 * Every place that a ledger knows of. A link, a relative path or another name of the same file lead to the same places,
 * and a copy elsewhere still knows where it was made.
 */
export function witnessPlaces(ledger: OpenLedger): WitnessPlaces {
  const known = [resolve(ledger.path), realPath(ledger.path)];
  const remembered = rememberedLedgers(ledger).map(realPath);
  const own = unique([...known, ...otherNames(realPath(ledger.path), remembered)]);
  const rest = unique(remembered).filter((file) => !own.includes(file));
  const folders = (files: readonly string[]): string[] => files.map((file) => `${file}.d`);
  const taken = folders([...own, ...rest]);
  return {
    own: folders(own),
    remembered: folders(rest),
    neighbours: neighbours(dirname(realPath(ledger.path))).filter((folder) => !taken.includes(folder)),
  };
}

/** Paths of the file when acts were written to it; of format 1 by the run folders beside it. */
function rememberedLedgers({ db, format }: OpenLedger): string[] {
  const named =
    format < 2
      ? []
      : db
          .prepare("SELECT DISTINCT ledger FROM journal WHERE ledger <> ''")
          .all()
          .map(([file]) => String(file));
  const beside = db
    .prepare("SELECT DISTINCT run_folder FROM batches WHERE run_folder LIKE '%.d/runs/%'")
    .all()
    .flatMap(([folder]) => /^(.+)\.d\/runs\/[^/]+$/.exec(String(folder))?.slice(1, 2) ?? []);
  return unique([...beside, ...named]);
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

function neighbours(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return listFolder(folder)
    .filter((name) => name.endsWith('.d') && pathExists(join(folder, name, 'posted.txt')))
    .map((name) => join(folder, name));
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}
