/** Takes the bytes of one file from front to back; they belong to the caller again when the call returns. */
export interface ByteWriter {
  write(bytes: Uint8Array): void;
}
