import {
  add,
  BLOCK,
  type Code,
  choose,
  constant,
  END,
  equal,
  get,
  jump,
  jumpIf,
  LOOP,
  load,
  name,
  plus,
  rotateRight,
  section,
  set,
  shiftRight,
  spread,
  store,
  unsigned,
  xor,
} from './wasm-code';

/** Bytes from one word of a state or block to the next: the word of each of four messages. */
const WORD_BYTES = 16;
const BLOCK_WORDS = 16;
const STATE_WORDS = 8;
const ROUNDS = 64;

/* Parameters, addresses in bytes: state before, blocks, number of blocks, state after. Then the locals. */
const BEFORE = get(0);
const BLOCKS = get(1);
const COUNT = get(2);
const AFTER = get(3);
const ROUND_CONSTANTS = get(4);
const T1 = get(5);
const FIRST_VARIABLE = 6;
const FIRST_SCHEDULE = FIRST_VARIABLE + STATE_WORDS;
const VECTOR_LOCALS = 1 + STATE_WORDS + BLOCK_WORDS;

const I32 = 0x7f;
const V128 = 0x7b;

/**
 * SHA-256 (FIPS 180-4, section 6.2) of four messages at once, as a WebAssembly module: the compression of blocks whose
 * words are laid out four by four, one of each message, as numbers. It takes memory `lanes.memory`, at the beginning
 * of which the 64 round constants stand, and exports `compress(before, blocks, count, after)`.
 */
export function sha256Program(): Uint8Array {
  const body = [2, 1, I32, VECTOR_LOCALS, V128, ...compress(), ...END];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name('lanes'), ...name('memory'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('compress'), 0, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}

function compress(): Code {
  return [
    ...eachStateWord((word) => store(AFTER, word * WORD_BYTES, load(BEFORE, word * WORD_BYTES))),
    ...LOOP,
    ...eachStateWord((word) => set(FIRST_VARIABLE + word, load(AFTER, word * WORD_BYTES))),
    ...eachScheduleWord((word) => set(FIRST_SCHEDULE + word, load(BLOCKS, word * WORD_BYTES))),
    ...rounds(),
    ...eachStateWord((word) =>
      store(AFTER, word * WORD_BYTES, add(load(AFTER, word * WORD_BYTES), get(FIRST_VARIABLE + word))),
    ),
    ...set(1, plus(BLOCKS, constant(BLOCK_WORDS * WORD_BYTES))),
    ...set(2, plus(COUNT, constant(-1))),
    ...[...COUNT, ...jumpIf(0)],
    ...END,
  ];
}

/** Sixteen rounds, then the next sixteen words of the schedule, until 64 rounds are done. */
function rounds(): Code {
  const lastConstants = (ROUNDS - BLOCK_WORDS) * 4;
  return [
    ...set(4, constant(0)),
    ...BLOCK,
    ...LOOP,
    ...eachScheduleWord(round),
    ...[...equal(ROUND_CONSTANTS, constant(lastConstants)), ...jumpIf(1)],
    ...eachScheduleWord(nextScheduleWord),
    ...set(4, plus(ROUND_CONSTANTS, constant(BLOCK_WORDS * 4))),
    ...jump(0),
    ...END,
    ...END,
  ];
}

/** One round. Instead of moving a to b, b to c and so on, each round takes its variables one place further. */
function round(number: number): Code {
  const place = (variable: number): number => FIRST_VARIABLE + ((variable + ROUNDS - number) % STATE_WORDS);
  const value = (variable: number): Code => get(place(variable));
  const [a, b, c] = [value(0), value(1), value(2)];
  const [e, f, g, h] = [value(4), value(5), value(6), value(7)];
  const sum1 = xor(xor(rotateRight(e, 6), rotateRight(e, 11)), rotateRight(e, 25));
  const sum0 = xor(xor(rotateRight(a, 2), rotateRight(a, 13)), rotateRight(a, 22));
  const majority = choose(c, a, xor(a, b));
  const input = add(spread(ROUND_CONSTANTS, number * 4), get(FIRST_SCHEDULE + number));
  return [
    ...set(5, add(add(add(h, sum1), choose(f, g, e)), input)),
    ...set(place(3), add(value(3), T1)),
    ...set(place(7), add(add(T1, sum0), majority)),
  ];
}

/** W(t) from W(t-16), W(t-15), W(t-7) and W(t-2), in the place of W(t-16). */
function nextScheduleWord(word: number): Code {
  const back = (distance: number): Code => get(FIRST_SCHEDULE + ((word + BLOCK_WORDS - distance) % BLOCK_WORDS));
  const sigma0 = xor(xor(rotateRight(back(15), 7), rotateRight(back(15), 18)), shiftRight(back(15), 3));
  const sigma1 = xor(xor(rotateRight(back(2), 17), rotateRight(back(2), 19)), shiftRight(back(2), 10));
  return set(FIRST_SCHEDULE + word, add(add(back(16), sigma0), add(back(7), sigma1)));
}

function eachStateWord(code: (word: number) => Code): Code {
  return Array.from({ length: STATE_WORDS }, (_, word) => code(word)).flat();
}

function eachScheduleWord(code: (word: number) => Code): Code {
  return Array.from({ length: BLOCK_WORDS }, (_, word) => code(word)).flat();
}
