/* Functions of SHA-256 (FIPS 180-4, section 4.1.2) on vectors: the same word of four messages. */

@inline
export function add(a: v128, b: v128): v128 {
  return i32x4.add(a, b);
}

@inline
export function rotate(a: v128, bits: i32): v128 {
  return v128.or(i32x4.shr_u(a, bits), i32x4.shl(a, 32 - bits));
}

@inline
export function choice(e: v128, f: v128, g: v128): v128 {
  return v128.bitselect(f, g, e);
}

@inline
export function majority(a: v128, b: v128, c: v128): v128 {
  return v128.bitselect(c, a, v128.xor(a, b));
}

@inline
export function sum0(a: v128): v128 {
  return v128.xor(v128.xor(rotate(a, 2), rotate(a, 13)), rotate(a, 22));
}

@inline
export function sum1(e: v128): v128 {
  return v128.xor(v128.xor(rotate(e, 6), rotate(e, 11)), rotate(e, 25));
}

@inline
export function sigma0(w: v128): v128 {
  return v128.xor(v128.xor(rotate(w, 7), rotate(w, 18)), i32x4.shr_u(w, 3));
}

@inline
export function sigma1(w: v128): v128 {
  return v128.xor(v128.xor(rotate(w, 17), rotate(w, 19)), i32x4.shr_u(w, 10));
}
