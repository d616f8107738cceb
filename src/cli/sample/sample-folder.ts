import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { isFolder, listFolder, pathExists, readText } from '../../effects';

/** Names of the files of a sample. */
export const SAMPLE_FILES = {
  index: 'sample.json',
  rows: 'sample.csv',
  checklist: 'checklist.txt',
  explained: 'explained.txt',
  outcomes: 'outcomes.txt',
} as const;

/** Folder beside the run folder that holds its samples. */
export function samplesOf(runFolder: string, runId: string): string {
  return join(dirname(runFolder), `${runId}.samples`);
}

/** A sample that was drawn, found whole. */
export interface StoredSample {
  readonly folder: string;
  /** SHA-256 of sample.json, 64 hex digits. */
  readonly hash: string;
  readonly size: number;
}

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Opens a sample and holds its files to the hashes in sample.json, and that to the manifest of its run.
 *
 * @throws NorsktilskuddError usage SAMPLE_UNKNOWN; verification SAMPLE_DIFFERS
 */
export function openSample(folder: string, manifestHash: string, runId: string): StoredSample {
  const path = join(folder, SAMPLE_FILES.index);
  if (!pathExists(path)) throw new NorsktilskuddError('usage', 'SAMPLE_UNKNOWN', { runId });
  const text = readText(path);
  const index: { manifest_sha256: string; size: number; files: { name: string; sha256: string }[] } = JSON.parse(text);
  if (index.manifest_sha256 !== manifestHash) throw differs(path);
  for (const { name, sha256 } of index.files) {
    const file = join(folder, name);
    if (!pathExists(file) || hashOf(readText(file)) !== sha256) throw differs(file);
  }
  return { folder, hash: hashOf(text), size: index.size };
}

/** The only sample of a run. @throws NorsktilskuddError usage SAMPLE_UNKNOWN where there is none or more than one */
export function onlySampleOf(runFolder: string, runId: string): string {
  const parent = samplesOf(runFolder, runId);
  const [name, ...more] = isFolder(parent) ? listFolder(parent).filter((each) => isFolder(join(parent, each))) : [];
  if (name === undefined || more.length > 0) throw new NorsktilskuddError('usage', 'SAMPLE_UNKNOWN', { runId });
  return join(parent, name);
}

function differs(file: string): NorsktilskuddError {
  return new NorsktilskuddError('verification', 'SAMPLE_DIFFERS', { file });
}
