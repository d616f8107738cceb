import { TEXTS } from '../../src/messages/texts';

/** Words that Norwegian administration has another one for, which stands behind each. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/\bhovedbok/i, 'tilskuddsreskontro'],
  [/\bunderskrift/i, 'signatur'],
  [/\btrekkpost/i, 'korreksjon'],
  [/\brettelser?\b/i, 'korreksjon'],
  [/\bmerknad/i, 'funn, kommentar'],
  [/\bannenhånds/i, 'sekundærkilde'],
  [/\bjournalhode|\bposteringshode/i, 'siste kontrollkode i journalen'],
  [/\bsporet\b/i, 'kontrollspor'],
  [/\bpostert\b/i, 'bokført'],
  [/\baksepter/i, 'godta'],
  [/sammenlikn/i, 'sammenlign'],
  [/signaturen? (til .*)?holder ikke/i, 'signaturen er ugyldig'],
  [/fra ende til annen/i, 'i sin helhet'],
  [/\b(superseded|secondary|warning:)/, 'bokmål'],
];

test.each(INSTEAD)('no text in bokmål says %s', (word, _instead) => {
  const texts = Object.entries(TEXTS.nb).filter(([key]) => !key.startsWith('letter.nn'));
  expect(
    texts.filter(([, text]) => word.test(text.replace(/\{[^}]*\}/g, ''))).map(([key, text]) => `${key}: ${text}`),
  ).toEqual([]);
});
