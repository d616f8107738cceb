/** Two halves of a 64-bit fingerprint. */
export interface Fingerprint {
  high: number;
  low: number;
}

/**
 * Fingerprint of bytes: equal bytes have equal ones. It only says where to look; whoever finds two equal ones compares
 * the bytes themselves.
 */
export function fingerprintBytes(bytes: Uint8Array, start: number, end: number, target: Fingerprint): void {
  let high = 0x2f0b4a47 ^ (end - start);
  let low = 0x9747b28c;
  let place = start;
  for (; place + 4 <= end; place += 4) {
    const block =
      (bytes[place] ?? 0) |
      ((bytes[place + 1] ?? 0) << 8) |
      ((bytes[place + 2] ?? 0) << 16) |
      ((bytes[place + 3] ?? 0) << 24);
    high = mixHigh(high, block);
    low = mixLow(low, block);
  }
  let rest = 0;
  for (; place < end; place += 1) rest = (rest << 8) | (bytes[place] ?? 0);
  target.high = avalanche(mixHigh(high, rest));
  target.low = avalanche(mixLow(low, rest));
}

function mixHigh(hash: number, block: number): number {
  const spread = Math.imul(block, 0xcc9e2d51);
  const mixed = hash ^ Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function mixLow(hash: number, block: number): number {
  const spread = Math.imul(block, 0x239b961b);
  const mixed = hash ^ Math.imul((spread << 16) | (spread >>> 16), 0xab0e9789);
  return (Math.imul((mixed << 17) | (mixed >>> 15), 9) + 0x561ccd1b) | 0;
}

function avalanche(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
