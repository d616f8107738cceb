import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerSchemas, answersJsonSchema } from '../../src/cli/answers/answer-schemas';
import { commandsEn } from '../../src/messages/commands/en';
import { holdAnswer } from '../support/held-answer';

const PUBLISHED = join(__dirname, '../../src/cli/answers/answers.schema.json');

/** Commands that are nothing but others answer nothing themselves. */
const GROUPS = ['case', 'claim', 'keys', 'ledger', 'letters', 'lists', 'payout', 'receipt', 'recipients', 'rules'];

test('every command has a schema of its answers', () => {
  const names = Object.keys(commandsEn).flatMap((key) => /^command\.(.+?)(?<!\.summary)$/.exec(key)?.[1] ?? []);
  expect(Object.keys(answerSchemas()).sort()).toEqual(
    [...names.filter((name) => !GROUPS.includes(name)), 'failure'].sort(),
  );
});

test('the published schema is the one that answers are held to (GOLDEN=write writes it)', () => {
  if (process.env.GOLDEN === 'write') writeFileSync(PUBLISHED, answersJsonSchema());
  expect(readFileSync(PUBLISHED, 'utf8')).toBe(answersJsonSchema());
});

test('an answer with a key too many or too few is told', () => {
  const answer = { run_id: '2018-T1-0', state: 'withdrawn', already: false, journal_head: '', next: null };
  const held = (changed: object) => () =>
    holdAnswer(['withdraw', '2018-T1-0', '--json'], 0, JSON.stringify({ ...answer, ...changed }));
  expect(held({})).not.toThrow();
  expect(held({ more: 1 })).toThrow('more');
  expect(held({ state: undefined })).toThrow('state');
});
