import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayText, fillText } from '../../src/messages';
import { TEXTS } from '../../src/messages/texts';

/** Words that Norwegian administration has another one for, which stands behind each. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/\bhovedbok/i, 'tilskuddsreskontro'],
  [/\bunderskr/i, 'signatur, signert'],
  [/\btrekkpost/i, 'korreksjon'],
  [/\brettelser?\b/i, 'korreksjon'],
  [/\bmerknad/i, 'funn, kommentar'],
  [/\bannenhånds/i, 'sekundærkilde'],
  [/\bjournalhode|\bposteringshode/i, 'siste kontrollkode i journalen'],
  [/manifestkode|\bhash(en|er)\b/i, 'kontrollkode'],
  [/måtte vært/i, 'kravet er'],
  [/vernede? adresse|skjermede? adresse/i, 'adressebeskyttelse'],
  [/\bsporet\b/i, 'kontrollspor'],
  [/\bpostert\b/i, 'bokført'],
  [/\baksepter/i, 'godta'],
  [/sammenlikn/i, 'sammenlign'],
  [/signaturen? (til .*)?holder ikke/i, 'signaturen er ugyldig'],
  [/fra ende til annen/i, 'i sin helhet'],
  [/ga nøyaktig|med spor bak/i, 'samme resultat som det lagrede kontrollsporet'],
  [/\bPersonen er \{|Steder vises ikke/, 'personens pseudonym er; bosted og mottaker vises ikke'],
  [/Hvorfor ingenting utløses|ga (noe )?tilskudd/i, 'utløste tilskudd, hvorfor det ikke gis tilskudd'],
  [/noe som gjelder|for å telle i/i, 'gyldig innvilget vedtak; for å gi tilskudd for'],
  [/\b(er|Hva som er)( \S+){0,3} forfalt\b/, 'har forfalt til utbetaling'],
  [/Hvem som får det|deles etter dag|blir én krone til/, 'fordeling mellom mottakere; og derfor tillegges én krone'],
  [/Linjen er |Linjen står på|Det er likt, så/, 'beløpet, korreksjonen, ingen differanse'],
  [/Sluttdatoen for bostedet|Dagen ut av|\bDet skiller\b/, 'bostedet hadde ingen sluttdato; uttreden; dager unna'],
  [/som sviktet|Funn etter art|noen bør se på|^De største$/i, 'ikke oppfylt; funn etter type; bør følges opp'],
  [/Åpningsbunken|kjenner ingen kjøring|aldri hatt/i, 'overført fra tidligere system; fant ingen; finnes ikke'],
  [/holdt mot seg selv|\bbevaringen\b|budsjettdisponerer\b/i, 'avstemmingen; godkjenner'],
  [/\bspor\b|\bsporets\b|\bhashe[dt]/i, 'kontrollspor; kontrollkode'],
  [/ingen nyheter|\bomgjør/i, 'uten svar; angre'],
  [/prognose|scenarier|startpunkt|\bfrø\b/i, 'framskriving; scenarioer; startverdi'],
  [/komponent|forutsetning/i, 'tilskudd; antakelse'],
  [/\bsifre\b/i, 'siffer'],
  [/\b(superseded|secondary|warning:)/, 'bokmål'],
  [/beskyttet adresse|adressesperre/i, 'adressebeskyttelse'],
  [/\bskre[iv]\w* under\b/i, 'signert'],
  [/gitt opp|gi(r)?( \w+)? opp\b/i, 'forkastet, forkast'],
  [/(holdt|holdes) (opp )?mot|holder .* mot |\bHold disse/i, 'kontrollert mot, sammenlignet med'],
  [/\balt (ført|attestert|lest|kjent|bokført)\b|finnes alt\b|\benda (hver|tilskudd)/i, 'allerede; selv om'],
  [/har ingen plass i|kjenner (ingen|personen|ikke disse)|Kontrollsporet kjenner/i, 'kan ikke brukes; finnes ikke'],
  [/levende formler|til trening|i vinduet|merkelig/i, 'formler; opplæring; perioden; bør følges opp'],
  [/måtte uttred\S+ vært|Personen gir ikke|linjen står (der|på)/i, 'må uttredelsen være; utløser ikke; er ført på'],
  [/\bsupplere|terminbeløp|fortegnelse/i, 'tillegg; termingrunnlag'],
  [/aldri (kan )?betales|vern av små/i, 'aldri utbetales; skjerming av små tall'],
  [/^ventet$|\bVentet\b|\bOBS\b|\bBRUTT\b|bryter en grense/, 'forventet; MERK; overskredet'],
  [/hva som ble av|forteller om koden|\bglem(t|me|mes|te)?\b/i, 'utfallet av; slettet'],
  [/(?<!ØVELSE \()\bREHEARSAL\b/, 'ØVELSE (REHEARSAL)'],
  [/\b(NAME|FILE|FOLDER|OTHER|REFERENCE|REASON)\b/, 'NAVN, FIL, MAPPE, ANNEN, HENVISNING, BEGRUNNELSE'],
  [/[a-zæøå]\.\.(?!\.)|\. :|\.,|[a-zæøå],,/, 'one mark of punctuation'],
];

/** Letters speak of adressesperre, and findings say what run folders that are calculated again have in findings.csv. */
const KEPT = ['letter.heading.protected', 'letter.say.protected', 'POSTINGS_LEFT_ALONE'];

test.each(INSTEAD)('no text in bokmål says %s', (word, _instead) => {
  const texts = Object.entries(TEXTS.nb).filter(([key]) => !(key.startsWith('letter.nn') || KEPT.includes(key)));
  expect(
    texts.filter(([, text]) => word.test(text.replace(/\{[^}]*\}/g, ''))).map(([key, text]) => `${key}: ${text}`),
  ).toEqual([]);
});

test('a stratum of a sample is no group, which is one of netting', () => {
  const said = Object.entries(TEXTS.nb).filter(([key, text]) => key.startsWith('sample.') && /gruppe/i.test(text));
  expect(said).toEqual([]);
});

test('a day is written 31.12.2018 in bokmål; in quotes and in a command it stays as it was written', () => {
  expect(fillText('per {day}', { day: '2018-12-31' }, 'nb')).toBe('per 31.12.2018');
  expect(fillText('as of {day}', { day: '2018-12-31' }, 'en')).toBe('as of 2018-12-31');
  expect(fillText('det står «{found}», kjør med --as-of {day}', { found: '2018-12-31', day: '2018-12-31' }, 'nb')).toBe(
    'det står «2018-12-31», kjør med --as-of 2018-12-31',
  );
  expect(fillText('{file}', { file: 'uttrekk-2018-12-31' }, 'nb')).toBe('uttrekk-2018-12-31');
  expect(dayText('2026-12-01T07:16:02Z', 'nb')).toBe('01.12.2026 07:16:02 UTC');
  expect(dayText('2026-12-01 07:16', 'nb')).toBe('01.12.2026 07:16');
});

test('no sentence of a rule in bokmål says them either', () => {
  const said = rulesSources().flatMap((text) => text.match(/\bnb: [`'"].*/g) ?? []);
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((text) => INSTEAD.some(([word]) => word.test(text.replace(/\{[^}]*\}/g, ''))))).toEqual([]);
});

/** The sources of the rules, whose sentences stand in them. */
function rulesSources(): string[] {
  const folder = join(__dirname, '..', '..', 'rules');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.map((name) => readFileSync(join(folder, name), 'utf8'));
}
