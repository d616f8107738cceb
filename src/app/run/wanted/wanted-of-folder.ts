import { join } from 'node:path';
import { pathExists, readText } from '../../../effects';
import { MANIFEST_FILE } from '../../../payout';
import type { Wanted } from './wanted';

/** What a run wants accepted, as its sealed manifest has it; none of format 1, and where the folder is gone. */
export function wantedOfFolder(runFolder: string): readonly Wanted[] {
  const path = join(runFolder, MANIFEST_FILE);
  if (runFolder === '' || !pathExists(path)) return [];
  const manifest: { readonly acceptance?: { readonly wanted: readonly Wanted[] } } = JSON.parse(readText(path));
  return manifest.acceptance?.wanted ?? [];
}
