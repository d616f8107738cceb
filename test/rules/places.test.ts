import {
  asRecipientCode,
  formatRecipientCode,
  knownDay,
  parseRecipientCode,
  type RecipientCode,
} from '../../src/domain';
import { shippedRules } from '../support/shipped';

const { places } = shippedRules();
const code = (text: string): RecipientCode => parseRecipientCode(text) ?? asRecipientCode(0);

function translated(text: string, on: string): string {
  const translation = places.translationTo(knownDay(on));
  const target = formatRecipientCode(asRecipientCode(translation.target[code(text)] ?? 0));
  return translation.stopped[code(text)] === 1 ? `${target} stopped` : target;
}

describe('kommune numbers (rulebook 4)', () => {
  it.each([
    ['0101', '2018-12-31', '0101', 'in force'],
    ['0101', '2020-12-31', '3001', 'renumbered 2020'],
    ['0101', '2024-12-31', '3101', 'two steps'],
    ['0704', '2020-12-31', '3803', 'merged with 0716'],
    ['0716', '2020-12-31', '3803', 'merged with 0704'],
    ['1507', '2023-12-31', '1507', 'in force until New Year 2024'],
    ['1507', '2024-01-01', '1507 stopped', 'split into 1508 and 1580'],
    ['1504', '2024-12-31', '1507 stopped', 'old Ålesund stops at the split'],
    ['1850', '2020-03-31', '1850 stopped', 'Tysfjord'],
    ['5012', '2020-12-31', '5012 stopped', 'Snillfjord'],
    ['1508', '2019-12-31', '1508', 'not yet in force: stays as it is'],
    ['0301', '2024-12-31', '0301', 'Oslo'],
    ['30', '2024-12-31', '30 stopped', 'Viken'],
    ['01', '2024-12-31', '30 stopped', 'Østfold of 2018 stops at Viken'],
    ['16', '2018-12-31', '50', 'Sør-Trøndelag'],
    ['15', '2024-12-31', '15', 'Møre og Romsdal'],
  ])('%s on %s becomes %s (%s)', (from, on, to) => {
    expect(translated(from, on)).toBe(to);
  });

  it.each([
    ['2018-06-01', 422],
    ['2019-06-01', 422],
    ['2020-06-01', 356],
    ['2023-06-01', 356],
    ['2024-06-01', 357],
  ])('on %s there are %i kommuner', (on, count) => {
    const day = knownDay(on);
    const inForce = places.places.filter(
      (place) => place.code % 10 === 1 && place.validFrom <= day && day < place.validTo,
    );
    expect(inForce).toHaveLength(count);
  });

  it('tells the steps and the names', () => {
    const steps = places.translationSteps(code('0101'), knownDay('2024-12-31'));
    expect(steps.map((step) => [formatRecipientCode(step.from), step.to.map(formatRecipientCode)])).toEqual([
      ['0101', ['3001']],
      ['3001', ['3101']],
    ]);
    expect(places.nameOn(code('1507'), knownDay('2020-01-01'))).toBe('Ålesund');
    expect(places.has(code('9999'))).toBe(false);
  });

  it('every code that has ended leads somewhere', () => {
    const ended = places.places.filter(
      (place) => place.validTo < knownDay('2026-12-31') && place.successors.length === 0,
    );
    expect(ended).toEqual([]);
  });
});
