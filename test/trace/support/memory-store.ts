import type { ByteWriter } from '../../../src/trace/sealer';
import type { TraceStore } from '../../../src/trace/trace-reader';

/** Files of a trace in memory: written through `open`, read as a store. */
export class MemoryStore implements TraceStore {
  readonly files = new Map<string, Buffer>();

  open(name: string): ByteWriter {
    const parts: Buffer[] = [];
    this.files.set(name, Buffer.alloc(0));
    return {
      write: (bytes) => {
        parts.push(Buffer.from(bytes));
        this.files.set(name, Buffer.concat(parts));
      },
    };
  }

  bytes(name: string): Buffer {
    return this.files.get(name) ?? Buffer.alloc(0);
  }

  size(name: string): number {
    return this.bytes(name).length;
  }

  read(name: string, position: number, length: number): Uint8Array {
    return this.bytes(name).subarray(position, position + length);
  }
}
