import { join } from 'node:path';
import { NorsktilskuddError } from '../domain';
import { type FileReader, openReader, pathExists } from '../effects';
import type { FolderFile, RunFolder } from '../payout';
import { TRACE_FILES, type TraceStore } from '../trace';

/** Files of a trace in the making; the engine's trace writer fills them while it runs. */
export interface TraceFiles {
  /** trace.bin, which whoever seals the trace writes. */
  readonly words: FolderFile;
  /** Opens another of them; what its writer takes goes straight to the file. */
  open(name: string): { write(bytes: Uint8Array): void };
  /** Ends them all, once the trace is whole. */
  close(): void;
}

/** Lets a trace be written into a run folder. */
export function openTraceFiles(folder: RunFolder): TraceFiles {
  const words = folder.createFile(TRACE_FILES.words);
  const open: FolderFile[] = [words];
  return {
    words,
    open(name) {
      const file = folder.createFile(name);
      open.push(file);
      return { write: (bytes) => file.bytes(bytes) };
    },
    close() {
      for (const file of open.splice(0)) file.close(null);
    },
  };
}

/** The files of a trace in a run folder, opened when they are first asked for. */
export interface FolderTraceStore extends TraceStore {
  close(): void;
}

/**
 * Random access to the trace of a run folder.
 *
 * @throws NorsktilskuddError verification RUN_FILE_CHANGED where a file is gone or shorter than the index says
 */
export function openTraceStore(folder: string): FolderTraceStore {
  const readers = new Map<string, FileReader>();
  const open = (name: string): FileReader => {
    const known = readers.get(name);
    if (known) return known;
    const path = join(folder, name);
    if (!pathExists(path)) throw new NorsktilskuddError('verification', 'RUN_FILE_CHANGED', { file: path });
    const reader = openReader(path);
    readers.set(name, reader);
    return reader;
  };
  return {
    size: (name) => open(name).size,
    read(name, position, length) {
      const bytes = new Uint8Array(length);
      if (open(name).read(bytes, position) === length) return bytes;
      throw new NorsktilskuddError('verification', 'RUN_FILE_CHANGED', { file: join(folder, name) });
    },
    close() {
      for (const reader of readers.values()) reader.close();
    },
  };
}
