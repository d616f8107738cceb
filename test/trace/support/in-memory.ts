import { TRACE_FILES, type TraceFormat } from '../../../src/trace/format';
import { PartSealer } from '../../../src/trace/part-sealer';
import { keepWords, type SealerKeys } from '../../../src/trace/sealer';

import type { TraceOptions } from '../../../src/trace/trace-writer';
import type { MemoryStore } from './memory-store';

/** Where a trace goes that is written and sealed in memory. */
export function inMemory(store: MemoryStore, keys: SealerKeys, format?: TraceFormat): TraceOptions {
  return {
    open: (name) => store.open(name),
    sealer: keepWords(store.open(TRACE_FILES.words), new PartSealer(keys), format),
    ...(format && { format }),
  };
}
