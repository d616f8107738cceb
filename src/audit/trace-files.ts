import type { FolderFile, RunFolder } from '../payout';
import { TRACE_FILES } from '../trace';

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
