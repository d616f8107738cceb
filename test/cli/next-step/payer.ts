import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAYMENT = {
  debtor_name: 'Eksempeldirektoratet',
  initiating_party: [{ id: '987879696', scheme: 'CUST' }],
  account: '1503.00.00002',
  bic: [{ bic: 'DNBANOKK', valid_from: '2018-01-01' }],
};
const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** A payer in the settings of a folder, and an account for everybody on its sheet of recipients. */
export function addPayer(cwd: string): void {
  const file = join(cwd, 'norsktilskudd.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), payment: PAYMENT }));
  const sheet = join(cwd, 'recipients.csv');
  const [head = '', ...rows] = readFileSync(sheet, 'utf8').trimEnd().split('\n');
  const accounts = accountsFrom(1_503_000_001, rows.length);
  const filled = rows.map((row, index) => {
    const [id, name, org] = row.split(',');
    return `${id},${name},${org},${accounts[index]},,,,`;
  });
  writeFileSync(sheet, `${[head, ...filled].join('\n')}\n`);
}

/** So many account numbers whose last digit checks. */
function accountsFrom(first: number, count: number): string[] {
  const accounts: string[] = [];
  for (let number = first; accounts.length < count; number += 1) {
    const digits = String(number);
    const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (WEIGHTS[place] ?? 0), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) accounts.push(`${digits}${check}`);
  }
  return accounts;
}
