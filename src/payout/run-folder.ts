import { join } from 'node:path';
import { assert, NorsktilskuddError } from '../domain';
import {
  discardTree,
  isFolder,
  listFolder,
  makePartFolder,
  pathExists,
  readText,
  renameInto,
  syncFolder,
} from '../effects';
import { FolderFile, type SealedFile } from './folder-file';

/** Name of the seal: `<sha256 of manifest.json>  manifest.json`, as sha256sum reads it. */
export const SEAL_FILE = 'manifest.sha256';
export const MANIFEST_FILE = 'manifest.json';
/** Mode of files that name persons. */
export const RESTRICTED_MODE = 0o600;
/**
 * Files of a run folder for their owner alone: those that name persons, by DUF number or pseudonym, and those that tell
 * where somebody lives to who puts them beside one another or has the extract (AUDIT.md, "Modes").
 */
export const RESTRICTED_FILES: readonly string[] = [
  'advice.csv',
  'forecast_recipients.csv',
  'payout_lines.csv',
  'held.csv',
  'posted_before.csv',
  'cases_before.csv',
  'frozen_before.csv',
  'findings.csv',
  'rejected.csv',
  'sizing.csv',
  'hours_basis.csv',
  'trace.bin',
  'trace.index',
  'trace.lines',
  'trace.persons',
  'trace.tree',
];

/** A folder that has its final name. */
export interface FinishedFolder {
  readonly folder: string;
  /** SHA-256 of manifest.json, 64 hex digits. */
  readonly manifestSha256: string;
  /** Every file but the manifest and its seal, in the order of their names. */
  readonly files: readonly SealedFile[];
  /** True where the very same folder stood there already; it was left as it was. */
  readonly alreadyThere: boolean;
}

/** A folder in the making: all of it appears under its name at once, or nothing does. */
export class RunFolder {
  /** Where it is built. */
  readonly workPath: string;
  readonly #finalPath: string;
  readonly #open = new Set<FolderFile>();
  readonly #sealed: SealedFile[] = [];

  private constructor(finalPath: string, workPath: string) {
    this.#finalPath = finalPath;
    this.workPath = workPath;
  }

  /**
   * Begins a folder that is new or empty, or that holds an earlier result (which `finish` compares).
   *
   * @throws NorsktilskuddError PATH_IS_FILE; RUN_FOLDER_NOT_EMPTY where other files stand there
   */
  static begin(finalPath: string): RunFolder {
    if (pathExists(finalPath)) {
      if (!isFolder(finalPath)) throw new NorsktilskuddError('usage', 'PATH_IS_FILE', { path: finalPath });
      const usable = isEmpty(finalPath) || pathExists(join(finalPath, SEAL_FILE));
      if (!usable) throw new NorsktilskuddError('usage', 'RUN_FOLDER_NOT_EMPTY', { folder: finalPath });
    }
    return new RunFolder(finalPath, makePartFolder(finalPath));
  }

  /** Writes a folder that has no manifest: all that `fill` puts into it, or nothing. */
  static write(finalPath: string, fill: (folder: RunFolder) => void): void {
    const folder = RunFolder.begin(finalPath);
    try {
      fill(folder);
      folder.finishUnsealed();
    } catch (cause) {
      folder.abandon();
      throw cause;
    }
  }

  /** Files closed so far, in the order of their names. */
  get files(): readonly SealedFile[] {
    return this.#sealed.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Opens a new file of the folder; it must be closed before `finish`. */
  createFile(name: string, mode = modeOf(name)): FolderFile {
    const file = new FolderFile(name, join(this.workPath, name), mode, (sealed) => {
      this.#open.delete(file);
      this.#sealed.push(sealed);
    });
    this.#open.add(file);
    return file;
  }

  /** Puts a whole file into the folder. */
  addFile(name: string, content: string | Uint8Array, rows: number | null, mode = modeOf(name)): SealedFile {
    const file = this.createFile(name, mode);
    if (typeof content === 'string') file.text(content);
    else file.bytes(content);
    return file.close(rows);
  }

  /**
   * Adds manifest and seal and gives the folder its name.
   *
   * @throws NorsktilskuddError RUN_FOLDER_DIFFERS where another result stands there
   */
  finish(manifestText: string): FinishedFolder {
    assert(this.#open.size === 0, 'a file of the run folder is still open');
    const files = this.files;
    const manifest = this.addFile(MANIFEST_FILE, manifestText, null);
    const seal = `${manifest.sha256}  ${MANIFEST_FILE}\n`;
    this.addFile(SEAL_FILE, seal, null);
    const result = { folder: this.#finalPath, manifestSha256: manifest.sha256, files };
    if (pathExists(this.#finalPath) && !isEmpty(this.#finalPath)) {
      const same = readText(join(this.#finalPath, SEAL_FILE)) === seal;
      discardTree(this.workPath);
      if (!same) throw new NorsktilskuddError('refused', 'RUN_FOLDER_DIFFERS', { folder: this.#finalPath });
      return { ...result, alreadyThere: true };
    }
    this.#putInPlace();
    return { ...result, alreadyThere: false };
  }

  /** Adds no manifest: for the few files that tell why nothing could be calculated. */
  finishUnsealed(): void {
    assert(this.#open.size === 0, 'a file of the run folder is still open');
    if (pathExists(this.#finalPath) && !isEmpty(this.#finalPath)) {
      discardTree(this.workPath);
      throw new NorsktilskuddError('refused', 'RUN_FOLDER_DIFFERS', { folder: this.#finalPath });
    }
    this.#putInPlace();
  }

  /** Removes everything; nothing appears under the folder's name. */
  abandon(): void {
    for (const file of this.#open) file.abandon();
    this.#open.clear();
    discardTree(this.workPath);
  }

  #putInPlace(): void {
    syncFolder(this.workPath);
    renameInto(this.workPath, this.#finalPath);
  }
}

function isEmpty(path: string): boolean {
  return listFolder(path).length === 0;
}

/** Mode of a file by its name: what tells of few persons, or could, is its owner's alone. */
export function modeOf(name: string): number {
  return RESTRICTED_FILES.includes(name) ? RESTRICTED_MODE : 0o644;
}
