import { CorrectionSums, correctionSheet } from '../../../src/app/report/correction-sums';

function sums(): CorrectionSums {
  const all = new CorrectionSums();
  const line = { recipientId: '4601', component: 'persontilskudd', grantYear: 2018, reason: 'correction' };
  all.add({ ...line, recipientId: '' }, -700);
  all.add(line, -100);
  all.add(line, 30);
  all.add({ ...line, reason: 'regular' }, 9000);
  all.add({ ...line, grantYear: 2017, reason: 'arrears' }, 50);
  all.add({ ...line, recipientId: '0301' }, 5);
  return all;
}

test('corrections add up by recipient, year and cause; whoever is protected stands last and at no recipient', () => {
  expect(
    sums()
      .sorted()
      .map(({ recipientId, grantYear, reason, lines, sumNok }) => [recipientId, grantYear, reason, lines, sumNok]),
  ).toEqual([
    ['0301', 2018, 'correction', 1, 5],
    ['4601', 2017, 'arrears', 1, 50],
    ['4601', 2018, 'correction', 2, -70],
    ['', 2018, 'correction', 1, -700],
  ]);
});

test('the sheet names the cause in words and has a sum below', () => {
  const { rows, sumsTitle } = correctionSheet({ recipients: [] }, sums().sorted(), 'nb');
  expect(rows[1]?.slice(3)).toEqual(['2017', 'etterbetaling', 1, 50]);
  expect(rows.at(-1)?.[1]).toBe('Personer med adressebeskyttelse, hos alle mottakere');
  expect(sumsTitle).toBe('Sum');
});
