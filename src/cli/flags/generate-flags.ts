import type { FlagGroup } from './flag';

/** Flags of the generator of made-up registers. */
export const GENERATE_FLAGS = {
  seed: {
    syntax: '--seed <number>',
    text: { nb: 'frø: samme tall gir samme register', en: 'seed: the same number gives the same register' },
  },
  extractsOut: {
    syntax: '--out <folder>',
    text: { nb: 'mappe som hvert uttrekk får en egen mappe i', en: 'folder in which every extract gets its own' },
  },
  persons: { syntax: '--persons <number>', text: { nb: 'antall personer', en: 'number of persons' } },
  snapshots: {
    syntax: '--snapshots <number>',
    text: {
      nb: 'antall uttrekk, ett for hver termin etter hverandre',
      en: 'number of extracts, one for each term in succession',
    },
  },
  firstTerm: {
    syntax: '--first-term <term>',
    text: { nb: 'terminen for det første uttrekket', en: 'term of the first extract' },
  },
  errors: {
    syntax: '--errors <share>',
    text: {
      nb: 'andel personer som en gang har noe galt i radene sine, 0-1; det rettes etter 30 til 900 dager',
      en: 'share of persons who at some time have something wrong in their rows, 0-1; mended after 30 to 900 days',
    },
  },
} satisfies FlagGroup;
