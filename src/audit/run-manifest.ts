import { join } from 'node:path';
import { type Component, errorDetail, NorsktilskuddError, parseDay, type RunRequest, sha256Hex } from '../domain';
import { pathExists, readBytes } from '../effects';
import type { BatchInfo } from '../ledger';
import { hashOfFile } from './verify/disk';

/** What an explanation reads of manifest.json; its hash is held to the ledger's before anything of it is believed. */
export interface ManifestFacts {
  readonly identity: {
    readonly grant_year: number;
    readonly term: 1 | 2 | 3 | 4;
    readonly as_of: string;
    readonly excluded: readonly Component[];
    readonly rehearsal: boolean;
    readonly posting_head: string;
    readonly rule_lock_sha256: string;
    readonly snapshot_id: string;
    readonly pseudonym_key_id: string;
  };
  readonly extract: { readonly taken_at: string; readonly source: string };
  /** Not in run folders of format 1. */
  readonly limits_used?: readonly { readonly key: string; readonly grant_year: string }[];
  readonly modules: readonly { readonly grant_year: number; readonly component: Component; readonly module: string }[];
  readonly control_totals: readonly {
    readonly grant_year: number;
    readonly component: Component;
    readonly lines: number;
    readonly sum_nok: number;
  }[];
  readonly held: readonly {
    readonly grant_year: number;
    readonly component: Component;
    readonly reason: string;
    readonly rows: number;
    readonly sum_nok: number;
  }[];
  readonly conservation: readonly {
    readonly grant_year: number;
    readonly component: Component;
    readonly annual_nok: number;
    readonly posted_before_nok: number;
    readonly lines_nok: number;
    readonly due_later_nok: number;
    readonly held_nok: number;
  }[];
  readonly rates_used: readonly {
    readonly key: string;
    readonly grant_year: number;
    readonly rate_class: string;
    readonly value_nok: number;
    readonly status: string;
    readonly source: string;
  }[];
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/**
 * Manifest of a batch's run folder, held to the hash that the ledger has.
 *
 * @throws NorsktilskuddError verification RUN_FOLDER_GONE, RUN_FOLDER_CHANGED
 */
export function readManifest(folder: string, batch: BatchInfo): ManifestFacts {
  const path = join(folder, 'manifest.json');
  if (!pathExists(path)) throw new NorsktilskuddError('verification', 'RUN_FOLDER_GONE', { folder });
  const bytes = readBytes(path);
  if (sha256Hex(bytes) !== batch.manifestHash) throw changed(folder, path);
  const manifest: ManifestFacts = JSON.parse(bytes.toString('utf8'));
  return manifest;
}

/** Text of a file of the run folder, held to the manifest's hash of it. */
export function readSealedText(folder: string, manifest: ManifestFacts, name: string): string {
  const path = join(folder, name);
  const sealed = manifest.files.find((file) => file.name === name);
  const bytes = pathExists(path) ? readBytes(path) : undefined;
  if (bytes === undefined || sha256Hex(bytes) !== sealed?.sha256) throw changed(folder, path);
  return bytes.toString('utf8');
}

/**
 * Makes sure that files of the run folder, read whole afterwards, are the sealed ones.
 *
 * @throws NorsktilskuddError verification RUN_FOLDER_CHANGED
 */
export function requireSealed(folder: string, manifest: ManifestFacts, names: readonly string[]): void {
  for (const name of names) {
    const path = join(folder, name);
    const sealed = manifest.files.find((file) => file.name === name);
    if (!pathExists(path) || hashOfFile(path) !== sealed?.sha256) throw changed(folder, path);
  }
}

/** What the run was asked for. */
export function requestOf({ identity, extract }: ManifestFacts): RunRequest {
  return {
    grantYear: identity.grant_year,
    term: identity.term,
    asOf: parseDay(identity.as_of) ?? 0,
    takenAt: parseDay(extract.taken_at),
    excluded: identity.excluded,
  };
}

function changed(folder: string, file: string): NorsktilskuddError {
  return new NorsktilskuddError('verification', 'RUN_FOLDER_CHANGED', { folder }, [
    errorDetail('RUN_FILE_CHANGED', { file }),
  ]);
}
