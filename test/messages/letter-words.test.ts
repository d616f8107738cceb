import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPONENTS, letterNameOf, NETTING_GROUPS } from '../../src/domain';
import { letterKeys } from '../../src/messages';
import { letterEn } from '../../src/messages/letters/en';
import { letterNb } from '../../src/messages/letters/nb';
import { letterNn } from '../../src/messages/letters/nn';
import { readLetterTexts } from '../../src/report';

const { rows } = readLetterTexts(
  readFileSync(join(__dirname, '../../rules/data/letter-texts.csv'), 'utf8'),
  'letter-texts.csv',
);
const names = [
  ...COMPONENTS.map((name) => letterNameOf('component', name)),
  ...NETTING_GROUPS.map((name) => letterNameOf('group', name)),
];
const textsIn = (catalogue: Readonly<Record<string, string>>, language: 'nb' | 'nn'): string[] => [
  ...Object.values(catalogue),
  ...names.flatMap((name) => name?.[language] ?? []),
  ...rows.filter((row) => row.language === language).map(({ text }) => text),
];

/** Words of the one form of Norwegian that the other has not. */
const BOKMAAL =
  /(?<!\p{L})(ikke|fra|hvis|kommuner|utbetalingen|\p{L}*tilskudd(?!\.json)|beregn\p{L}*|mottaker\p{L}*|innbygger|deltaker|antall|kun|noe|hvordan|uke|blir\s+utbetales|er\s+endret|personer)(?!\p{L})/iu;
const NYNORSK =
  /(?<!\p{L})(ikkje|frå|\p{L}*tilskot\p{L}*|kommunar|utbetalinga|utrekning\p{L}*|mottakar\p{L}*|talet på|personar|noko|vart)(?!\p{L})/iu;

test('nynorsk and bokmål are never mixed in one letter', () => {
  const wrong = (texts: readonly string[], words: RegExp): string[] => texts.filter((text) => words.test(text));
  expect(wrong(textsIn(letterNn, 'nn'), BOKMAAL)).toEqual([]);
  expect(wrong(textsIn(letterNb, 'nb'), NYNORSK)).toEqual([]);
});

test('every label and sentence stands in each language, with the same values', () => {
  const valuesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name).sort();
  for (const key of letterKeys()) {
    for (const catalogue of [letterNb, letterNn]) {
      expect([key, valuesOf(catalogue[key])]).toEqual([key, valuesOf(letterEn[key])]);
    }
  }
});

test('the texts that ship are examples, every one in each language', () => {
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['illustrative']));
  expect(rows).toHaveLength(30);
});
