import { join } from 'node:path';
import { assembleFacts, mixFacts, renamePersons } from '../../src/analysis/facts/assemble-facts';
import { collectFacts } from '../../src/analysis/facts/collect-facts';
import { decodeFacts, encodeFacts } from '../../src/analysis/facts/fact-blob';
import { planFacts } from '../../src/analysis/facts/fact-plan';
import { priceListOf } from '../../src/analysis/facts/price-list';
import { Repricer } from '../../src/analysis/facts/reprice';
import { knownDay, RECIPIENT_CODE_LIMIT } from '../../src/domain';
import { CASES, readScenario } from '../golden/scenario';
import { openExtract, ratesOfFile, testRules } from './support/registers';

const [run] = readScenario('010-y2018').commands.flatMap((command) => (command.command === 'run' ? [command] : []));
if (run === undefined) throw new Error('the case has a run');
const rules = testRules([ratesOfFile(join(CASES, '010-y2018', run.rates))]);
const register = openExtract(join(CASES, '010-y2018', run.extract), rules, null);
const facts = collectFacts(register, planFacts(rules, run.year, knownDay(run.as_of)));
const prices = priceListOf(rules.rates, run.year);
const sameCodes = Int32Array.from({ length: RECIPIENT_CODE_LIMIT }, (_, code) => code);

test('a stored table is the same table, on shared memory; a damaged or foreign one is none', () => {
  const bytes = encodeFacts(facts);
  const stored = decodeFacts(bytes);
  expect(stored).toEqual(facts);
  expect(stored?.personIds.buffer).toBeInstanceOf(SharedArrayBuffer);
  for (const place of [0, 70, bytes.length - 40, bytes.length - 1]) {
    const damaged = Buffer.from(bytes);
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    expect(decodeFacts(damaged)).toBeUndefined();
  }
  expect(decodeFacts(bytes.subarray(0, 20))).toBeUndefined();
});

test('a table put together of its own persons is the same, and prices the same', () => {
  const persons = [...facts.personIds].map((personId, index) => ({ personId, places: [{ facts, index }] }));
  expect(assembleFacts(facts, persons)).toEqual(facts);
  expect(mixFacts(facts, facts, sameCodes)).toEqual(facts);
});

test('renamed persons stand in the order of their new ids; two who became one have the entries of both', () => {
  expect(renamePersons(facts, new Map())).toBe(facts);
  const [first = 0, second = 0] = facts.personIds;
  const last = facts.personIds.at(-1) ?? 0;
  const moved = renamePersons(facts, new Map([[first, last + 1]]));
  expect([moved.personIds.at(-1), moved.personIds[0]]).toEqual([last + 1, second]);
  expect(new Repricer(moved).price(prices)).toEqual(new Repricer(facts).price(prices));
  const merged = renamePersons(facts, new Map([[first, second]]));
  expect(merged.personIds.length).toBe(facts.personIds.length - 1);
  expect(merged.cell.length).toBe(facts.cell.length);
});
