import { dirname, join } from 'node:path';
import type { Stratum, StratumPopulation } from '../../audit';
import { NorsktilskuddError, sha256Hex } from '../../domain';
import { isFolder, listFolder, pathExists, readText } from '../../effects';

/** Names of the files of a sample. */
export const SAMPLE_FILES = {
  index: 'sample.json',
  rows: 'sample.csv',
  checklist: 'checklist.txt',
  explained: 'explained.txt',
  outcomes: 'outcomes.txt',
  population: 'population.csv',
} as const;

/** Confidence of limits where none is asked for. */
export const CONFIDENCE = 95;

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
  /** With which the limit of the error is told. */
  readonly confidencePercent: number;
  /** Items and kroner of the run by stratum. */
  readonly population: readonly StratumPopulation[];
}

/** What is read of sample.json. */
interface SampleIndex {
  readonly manifest_sha256: string;
  readonly size: number;
  readonly population: readonly {
    stratum: Stratum;
    items: number;
    absolute_nok: number;
    interval_nok?: number;
  }[];
  readonly confidence_percent?: number;
  readonly files: readonly { name: string; sha256: string }[];
}

/**
 * Opens a sample and holds its files to the hashes in sample.json, and that to the manifest of its run.
 *
 * @throws NorsktilskuddError usage SAMPLE_UNKNOWN; verification SAMPLE_DIFFERS
 */
export function openSample(folder: string, manifestHash: string, runId: string): StoredSample {
  const path = join(folder, SAMPLE_FILES.index);
  if (!pathExists(path)) throw new NorsktilskuddError('usage', 'SAMPLE_UNKNOWN', { runId });
  const text = readText(path);
  const index: SampleIndex = JSON.parse(text);
  if (index.manifest_sha256 !== manifestHash) throw differs(path);
  for (const { name, sha256 } of index.files) {
    const file = join(folder, name);
    if (!pathExists(file) || sha256Hex(readText(file)) !== sha256) throw differs(file);
  }
  const population = index.population.map(({ stratum, items, absolute_nok: absoluteNok, interval_nok: interval }) => ({
    stratum,
    items,
    absoluteNok,
    ...(interval === undefined ? {} : { intervalNok: interval }),
  }));
  const { size, confidence_percent: confidencePercent = CONFIDENCE } = index;
  return { folder, hash: sha256Hex(text), size, confidencePercent, population };
}

/** The only sample of a run. @throws NorsktilskuddError usage SAMPLE_UNKNOWN, SAMPLE_SEVERAL */
export function onlySampleOf(runFolder: string, runId: string): string {
  const parent = samplesOf(runFolder, runId);
  const [name, ...more] = isFolder(parent) ? listFolder(parent).filter((each) => isFolder(join(parent, each))) : [];
  if (name === undefined) throw new NorsktilskuddError('usage', 'SAMPLE_UNKNOWN', { runId });
  if (more.length > 0) {
    const names = [name, ...more].join(', ');
    throw new NorsktilskuddError('usage', 'SAMPLE_SEVERAL', { runId, names, folder: parent });
  }
  return join(parent, name);
}

function differs(file: string): NorsktilskuddError {
  return new NorsktilskuddError('verification', 'SAMPLE_DIFFERS', { file });
}
