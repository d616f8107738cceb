import { join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import {
  discardTree,
  type FileWriter,
  isFolder,
  listFolder,
  makeFolder,
  makePartFolder,
  openWriter,
  pathExists,
  renameInto,
} from '../../effects';
import { type ExtractChunk, type GeneratorOptions, generateExtracts } from '../../synthetic';

/**
 * Writes the extracts of a made-up register into a new or empty folder, each in a folder of its own (`2018-T1`); all of
 * them appear at once or none does.
 *
 * @returns the extracts' folders, in order of time
 * @throws NorsktilskuddError FOLDER_NOT_EMPTY, GENERATE_OPTION_OUT_OF_RANGE
 */
export function writeExtracts(folder: string, options: GeneratorOptions): string[] {
  if (pathExists(folder) && !isFolder(folder)) throw new NorsktilskuddError('usage', 'PATH_IS_FILE', { path: folder });
  if (pathExists(folder) && listFolder(folder).length > 0) {
    throw new NorsktilskuddError('usage', 'FOLDER_NOT_EMPTY', { folder });
  }
  const chunks = generateExtracts(options);
  const work = makePartFolder(folder);
  const writers = new Map<string, FileWriter>();
  const names = new Set<string>();
  try {
    for (const chunk of chunks) {
      names.add(chunk.snapshot.name);
      writerFor(chunk, work, writers).write(Buffer.from(chunk.chunk, 'utf8'));
    }
    for (const writer of writers.values()) writer.close();
    writers.clear();
    renameInto(work, folder);
  } catch (cause) {
    for (const writer of writers.values()) writer.abandon();
    discardTree(work);
    throw cause;
  }
  return [...names].map((name) => join(folder, name));
}

function writerFor(chunk: ExtractChunk, work: string, writers: Map<string, FileWriter>): FileWriter {
  const path = join(work, chunk.snapshot.name, chunk.file);
  const open = writers.get(path);
  if (open) return open;
  makeFolder(join(work, chunk.snapshot.name));
  const writer = openWriter(path);
  writers.set(path, writer);
  return writer;
}
