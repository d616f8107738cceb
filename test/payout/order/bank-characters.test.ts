import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { csvObjects } from '../../../src/domain';
import { bankName, bankText, isBankId, namesAlikeInBank } from '../../../src/payout';

/** What a bank takes; payment-files.md 3. */
const PLAIN = /^[a-zA-Z0-9/\-?:().,'+ áäçđéíóöúüýæøåÁÄÇĐÉÍÓÖÚÜÝÆØÅß%&=@§]*$/u;

const NAMES: readonly (readonly [string, string])[] = [
  ['Evenes - Evenášši', 'Evenes - Evenássi'],
  ['Kárášjohka - Karasjok', 'Kárásjohka - Karasjok'],
  ['Guovdageaidnu – Kautokeino', 'Guovdageaidnu - Kautokeino'],
  ['Unjárga - Nesseby', 'Unjárga - Nesseby'],
  ['Deatnu − Tana', 'Deatnu - Tana'],
  ['Porsáŋgu – Porsáŋki – Porsanger', 'Porsángu - Porsánki - Porsanger'],
  ['Gáivuotna – Kåfjord – Kaivuono', 'Gáivuotna - Kåfjord - Kaivuono'],
  ['Divtasvuodna', 'Divtasvuodna'],
  ['Hábmer', 'Hábmer'],
  ['Raarvihke - Røyrvik', 'Raarvihke - Røyrvik'],
  ['Snåase - Snåsa', 'Snåase - Snåsa'],
  ['Loabák', 'Loabák'],
  ['Fálesnuorri', 'Fálesnuorri'],
  ['Omasvuotna - Storfjord - Omasvuono', 'Omasvuotna - Storfjord - Omasvuono'],
  ['Davvesiida', 'Davvesiida'],
  ['Čáhcesuolu', 'Cáhcesuolu'],
  ['Ŧ ŧ Ŋ ŋ Đ đ Ž ž', 'T t N n Đ đ Z z'],
  ['Sää´mjieʹllem', "Sää'mjie'llem"],
  ['Ǩiõtt ǥ ǧ ʒ ǯ', 'Kiott g g z z'],
  ['Åarjel-saemien', 'Åarjel-saemien'],
  ['Ruija', 'Ruija'],
  ['Pykeijä', 'Pykeijä'],
  ['Vesisaari', 'Vesisaari'],
  ['Aimée Noël', 'Aimée Noel'],
  ['São Paulo', 'Sao Paulo'],
  ['Núñez', 'Núnez'],
  ['Crème brûlée', 'Creme brulée'],
  ['Łódź', 'Lódz'],
  ['Dvořák', 'Dvorák'],
  ['Gdańsk', 'Gdansk'],
  ['Ştefan cel Mare', 'Stefan cel Mare'],
  ['București – Țara', 'Bucuresti - Tara'],
  ['Erdoğan', 'Erdogan'],
  ['İstanbul', 'Istanbul'],
  ['Diyarbakır', 'Diyarbakir'],
  ['Győr Űr', 'Gyor Ur'],
  ['Reykjavík Þórður', 'Reykjavík THórdur'],
  ['Tōkyō', 'Tokyo'],
  ['Việt Nam', 'Viet Nam'],
  ['Nguyễn Phạm', 'Nguyen Pham'],
  ['Œuvre', 'OEuvre'],
  ['Straße', 'Straße'],
  ['Maße & Mühe', 'Maße & Mühe'],
  ['«Vår» "kommune"', "'Vår' 'kommune'"],
  ['O’Neill', "O'Neill"],
  ['Sør\u00a0Varanger', 'Sør Varanger'],
  ['A\u030alesund', 'Ålesund'],
  ['Ma\u0301le\u030c', 'Mále'],
  ['Under_strek', 'Under-strek'],
  ['Tre … prikker', 'Tre ... prikker'],
  ['Herøy; Ulstein', 'Herøy, Ulstein'],
  ['Ķekava Ļaudona', 'Kekava Laudona'],
];

test.each(NAMES)('%s is sent as %s', (name, sent) => {
  expect(bankText(name)).toEqual({ text: sent, unknown: [] });
  expect(sent).toMatch(PLAIN);
});

test.each([
  ['日本', ['U+65E5', 'U+672C']],
  ['a\u0007b', ['U+0007']],
  ['a\nb', ['U+000A']],
  ['m\u0308', ['U+0308']],
  ['Norge 🇳🇴', ['U+1F1F3', 'U+1F1F4']],
  ['a\u200bb', ['U+200B']],
  ['10 €', ['U+20AC']],
])('what is in no table is named: %j', (name, unknown) => {
  expect(bankText(name).unknown).toEqual(unknown);
});

test('every name of the register goes through, and two names stay two', () => {
  const text = readFileSync('rules/data/kommunenavn.csv', 'utf8');
  const names = [...new Set(csvObjects(text).map((row) => row.name ?? row.navn ?? ''))];
  expect(names.length).toBeGreaterThan(300);
  for (const name of names) {
    const { text: sent, unknown } = bankText(name);
    expect([name, unknown]).toEqual([name, []]);
    expect(sent).toMatch(PLAIN);
    expect(Array.from(sent).length).toBeGreaterThanOrEqual(Array.from(name.normalize('NFC')).length);
  }
  expect(namesAlikeInBank(names)).toEqual([]);
});

test('no letter is ever dropped: what goes through has at least as many characters, and again gives the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: sent, unknown } = bankText(text);
      expect(sent).toMatch(PLAIN);
      expect(Array.from(sent).length + unknown.length).toBeGreaterThanOrEqual(Array.from(text.normalize('NFC')).length);
      expect(bankText(sent)).toEqual({ text: sent, unknown: [] });
    }),
  );
});

test('names that become the same are told', () => {
  expect(namesAlikeInBank(['Evenášši', 'Evenassi', 'Evenássi', 'Halden', 'Halden '])).toEqual([
    ['Evenássi', 'Evenášši'],
  ]);
});

test('a name is cut on a character after it was composed, and says so', () => {
  const name = bankName(`${'å'.repeat(69)}a\u030aå kommune`);
  expect(name).toEqual({ text: 'å'.repeat(70), unknown: [], isCut: true });
  expect(bankName(' Halden kommune ')).toEqual({ text: 'Halden kommune', unknown: [], isCut: false });
});

test.each([
  ['NT2018T1S0-0104-PERS', true],
  ['A'.repeat(35), true],
  ['A'.repeat(36), false],
  ['a', false],
  ['A_B', false],
  ['A B', false],
  ['A/B', false],
  ['', false],
])('%s as an id: %s', (id, isOne) => {
  expect(isBankId(id)).toBe(isOne);
});
