import { join } from 'node:path';
import { discardTree, makePartFolder, renameInto, writeWholeFile } from '../effects';

/** A file that is written for others. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Writes a folder of files whole or not at all. Something of that name must not be there, but for an empty folder. */
export function writeFolder(path: string, files: readonly TextFile[], mode: number): void {
  const part = makePartFolder(path);
  try {
    for (const { name, text } of files) writeWholeFile(join(part, name), text, mode);
    renameInto(part, path);
  } catch (cause) {
    discardTree(part);
    throw cause;
  }
}
