import type { FlagGroup } from './flag';

/** Flags of the analyses. */
export const ANALYSIS_FLAGS = {
  appropriation: {
    syntax: '--appropriation <kroner>',
    text: { nb: 'bevilgningen, hele kroner', en: 'the appropriation, whole kroner' },
  },
  budgetYear: {
    syntax: '--budget-year <year>',
    text: { nb: 'budsjettår (ellers tilskuddsåret)', en: 'budget year (default the grant year)' },
  },
  forecast: {
    syntax: '--forecast',
    text: {
      nb: 'anslag for resten av året og for neste år',
      en: 'an estimate for the rest of the year and for the next one',
    },
  },
  earlier: {
    syntax: '--earlier <folder>',
    text: {
      nb: 'uttrekk fra om lag et år før, til anslaget: viser hvem som falt fra',
      en: 'extract of about a year before, for the estimate: it shows who fell away',
    },
  },
  tablesOut: {
    syntax: '--out <folder>',
    text: { nb: 'mappe for tabellene som CSV, ny eller tom', en: 'folder for the tables as CSV, new or empty' },
  },
  baseYear: {
    syntax: '--base-year <year>',
    text: {
      nb: 'år som forholdet mellom lav og høy sats tas fra',
      en: 'year that the ratio of low to high rate is taken from',
    },
  },
  coverage: {
    syntax: '--coverage <percent>',
    text: { nb: 'andel av kostnaden som tilskuddet skal dekke', en: 'share of the cost that the grant is to cover' },
  },
  index: {
    syntax: '--index <percent>',
    text: { nb: 'prisvekst til satsenes år', en: "price growth to the rates' year" },
  },
  threshold: {
    syntax: '--threshold <persons>',
    text: {
      nb: 'grupper med færre personer enn dette vises ikke (ellers 5)',
      en: 'groups of fewer persons than this are not shown (default 5)',
    },
  },
  schema: {
    syntax: '--schema',
    text: { nb: 'skriver JSON-skjemaet for scenariofiler', en: 'prints the JSON schema of scenario files' },
  },
  measure: {
    syntax: '--measure <what>',
    text: { nb: 'size (årlig beregning) eller lines (linjer)', en: 'size (annual size) or lines' },
  },
} satisfies FlagGroup;
