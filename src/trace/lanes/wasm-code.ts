/*
 * As much of the WebAssembly binary format as sha256-program.ts needs. An expression is a list of bytes that leaves one
 * value on the stack. Opcodes: WebAssembly core specification 2.0, section 5.4.
 */

export type Code = readonly number[];

/** A whole number, unsigned LEB128. */
export function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value % 128) | 128, ...unsigned(Math.floor(value / 128))];
}

/** A whole number, signed LEB128. */
export function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

/** One of the numbered parts of a module. */
export function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

/** A name as modules hold it. */
export function name(text: string): Code {
  return [text.length, ...Buffer.from(text, 'latin1')];
}

/** Blocks that give no value, and jumps. */
export const BLOCK: Code = [0x02, 0x40];
export const LOOP: Code = [0x03, 0x40];
export const END: Code = [0x0b];
export const jump = (depth: number): Code => [0x0c, depth];
export const jumpIf = (depth: number): Code => [0x0d, depth];

export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [...value, 0x21, local];
export const constant = (value: number): Code => [0x41, ...signed(value)];
export const equal = (a: Code, b: Code): Code => [...a, ...b, 0x46];
export const plus = (a: Code, b: Code): Code => [...a, ...b, 0x6a];

const vector = (opcode: number): Code => [0xfd, ...unsigned(opcode)];

/** Four words in a row in memory. */
export const load = (address: Code, offset: number): Code => [...address, ...vector(0x00), 4, ...unsigned(offset)];
export const store = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...value,
  ...vector(0x0b),
  4,
  ...unsigned(offset),
];
/** One word of memory in all four lanes. */
export const spread = (address: Code, offset: number): Code => [...address, ...vector(0x09), 2, ...unsigned(offset)];

export const add = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xae)];
export const xor = (a: Code, b: Code): Code => [...a, ...b, ...vector(0x51)];
/** Bits of `a` where `mask` is 1, of `b` where it is 0. */
export const choose = (a: Code, b: Code, mask: Code): Code => [...a, ...b, ...mask, ...vector(0x52)];
export const shiftRight = (a: Code, bits: number): Code => [...a, ...constant(bits), ...vector(0xad)];
const shiftLeft = (a: Code, bits: number): Code => [...a, ...constant(bits), ...vector(0xab)];
export const rotateRight = (a: Code, bits: number): Code => [
  ...shiftRight(a, bits),
  ...shiftLeft(a, 32 - bits),
  ...vector(0x50),
];
