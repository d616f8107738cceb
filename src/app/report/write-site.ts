import { join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import {
  discardTree,
  isFolder,
  listFolder,
  makeFolder,
  makePartFolder,
  pathExists,
  readText,
  replaceFolder,
  setMode,
  writeAgainFile,
} from '../../effects';
import type { SiteContent } from '../../report';
import { programFolder } from '../program-files';

/** A file of a report, by its path from the report's folder. */
export interface ReportFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** Marks a folder as one that this program wrote and may replace. */
const MARK = 'assets/report.css';
export const PUBLIC = { folder: 0o755, file: 0o644 } as const;
export const RESTRICTED = { folder: 0o700, file: 0o600 } as const;

/** Where the two reports of a folder lie. @throws NorsktilskuddError usage REPORT_OUT_TAKEN */
export function reportPlaces(out: string): { readonly shared: string; readonly restricted: string } {
  const places = { shared: join(out, 'report'), restricted: join(out, 'report-restricted') };
  Object.values(places).forEach(refuseTaken);
  return places;
}

/** Something that is there and was not written by this program stays. */
function refuseTaken(folder: string): void {
  if (!pathExists(folder) || pathExists(join(folder, MARK))) return;
  if (isFolder(folder) && listFolder(folder).length === 0) return;
  throw new NorsktilskuddError('usage', 'REPORT_OUT_TAKEN', { folder });
}

/** Style and script of every page. */
export function readAssets(): SiteContent['assets'] {
  const folder = join(programFolder(), 'src', 'report', 'assets');
  return { css: readText(join(folder, 'report.css')), js: readText(join(folder, 'report.js')) };
}

/** Writes the files of a report into a folder that appears whole or not at all; returns how many there are. */
export async function writeSite(
  folder: string,
  content: AsyncIterable<ReportFile>,
  modes: typeof PUBLIC | typeof RESTRICTED,
): Promise<number> {
  const part = makePartFolder(folder);
  try {
    setMode(part, modes.folder);
    const made = new Set<string>();
    let files = 0;
    for await (const { path, text } of content) {
      makeFoldersOf(path, part, made, modes.folder);
      writeAgainFile(join(part, path), text, modes.file);
      files += 1;
    }
    replaceFolder(part, folder);
    return files;
  } catch (cause) {
    discardTree(part);
    throw cause;
  }
}

function makeFoldersOf(path: string, part: string, made: Set<string>, mode: number): void {
  const parts = path.split('/').slice(0, -1);
  parts.forEach((_, index) => {
    const folder = join(part, ...parts.slice(0, index + 1));
    if (made.has(folder)) return;
    made.add(folder);
    makeFolder(folder);
    setMode(folder, mode);
  });
}
