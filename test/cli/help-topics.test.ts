import { spawnSync } from 'node:child_process';
import { RULE_MODULES } from '../../rules';
import { conditionSentences, helpTopic, helpWords } from '../../src/app';
import { COMMAND_NAMES, LANGUAGES } from '../../src/messages';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const folder = temporaryFolder();
const help = async (...words: string[]): Promise<string> => (await cli(folder, ['help', ...words])).out;

test.each(LANGUAGES)('every code, command and topic has its help (%s)', (language) => {
  const words = helpWords();
  expect(words.length).toBeGreaterThan(300);
  const wrong = words.filter((word) => {
    const { kind, says, why, action } = helpTopic(word, language);
    // Of a code: what it says, why it is said and what to do.
    const lacks = (kind === 'message' || kind === 'finding') && (why === '' || action === '');
    return lacks || says === '' || /\{\w+[|}]/.test(says + action);
  });
  expect(wrong).toEqual([]);
});

test('an assumption: what it says, why, what to do, where in the law', async () => {
  const text = await help('a10', '--lang', 'en');
  expect(text).toContain('A10: ');
  expect(text).toContain('An assumption: ');
  expect(text).toContain('--accept A10=');
  expect(text).toContain('In the law: rulebook 4');
});

test('a finding and its place in the rulebook in bokmål', async () => {
  const text = await help('RESIDENCE_OVERLAP', '--lang', 'nb');
  expect(text).toContain('Et funn som bør følges opp.');
  expect(text).toMatch(/Gjør dette: \S/);
  expect(text).toMatch(/I reglene: \S+ 9/);
});

test('a fault of a cell or a file says what was expected in its place', async () => {
  expect(await help('NUMBER_FORM', '--lang', 'en')).toContain('Expected: a number from 0 with');
  expect(await help('FILE_MISSING', '--lang', 'nb')).toContain('Forventet: filen … (eller …).');
  expect(await help('LEDGER_NOT_ATTESTED', '--lang', 'en')).not.toContain('Expected');
});

test('a condition stands with every rule that has it', async () => {
  expect(await help('E2', '--lang', 'en')).toMatch(/persontilskudd@2016 +2016-2018 +rulebook 2 \(S1\)/);
});

test('a condition has its own sentences, met and not met: what is a person’s stands as dots, what is the law’s whole', async () => {
  const english = await help('E7', '--lang', 'en');
  expect(english).toMatch(/Met: The age on 31\sDecember\s\d{4} was …\. It must be below 67\. Not met: /);
  expect(await help('E1', '--lang', 'nb')).toMatch(/Oppfylt: Kategorien «…» teller .* Ikke oppfylt: Kategorien er «…»/);
  expect(await help('age', '--lang', 'en')).toMatch(/It must be at least \d+/);
  expect(await help('E4', '--lang', 'en')).toMatch(/persontilskudd37d@\d+: Met: .* chapter 6A is granted/);
  expect(await help('E5', '--lang', 'en')).toMatch(/Met: .* still in the target group\. Not met: (?!.*still)/);
});

test.each(LANGUAGES)(
  'every condition has a sentence of its own, without gaps and without a made-up person (%s)',
  (language) => {
    const ids = [...new Set(RULE_MODULES.flatMap(({ conditions }) => conditions.map(({ id }) => id)))];
    for (const id of ids) {
      const said = conditionSentences(id, language);
      expect([id, said.length > 0]).toEqual([id, true]);
      expect(said.map(({ met, notMet }) => met + notMet).join(' ')).not.toMatch(
        /[{}]|undefined|NaN|\b3[01] (år|years)/,
      );
    }
  },
);

test('files and year are told from the tables and the commands', async () => {
  expect(await help('files', '--lang', 'en')).toMatch(/persons\.csv \/ personer\.csv +person_id +duf_nummer +yes/);
  expect(await help('year', '--lang', 'en')).toMatch(/approve +approves and posts a draft/);
});

test('a mistyped word is told the nearest', async () => {
  const { code, err } = await cli(folder, ['help', 'RESIDENCE_OVRLAP', '--lang', 'en']);
  expect(code).toBe(2);
  expect(err).toContain('Did you mean RESIDENCE_OVERLAP?');
  expect((await cli(folder, ['help', '12345678901'])).err).not.toContain('12345678901');
});

test('completions know every command, the inner ones, and flags', async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, out } = await cli(folder, ['completion', shell]);
    expect(code).toBe(0);
    for (const name of [...COMMAND_NAMES, 'diff', 'write-off']) expect(out).toMatch(new RegExp(`[ "]${name}[ "]`));
    expect(out).toMatch(shell === 'fish' ? /-l term / : /--term /);
    expect(out).toMatch(
      shell === 'fish' ? /-l format -x -a 'text full json html' / : / explain --format"\) values="text full json html"/,
    );
    expect(out).toMatch(/[ "]RESIDENCE_OVERLAP[ ']/);
  }
});

test('bash completes what was begun', async () => {
  const { out: script } = await cli(folder, ['completion', 'bash']);
  const completed = (...words: string[]): string => {
    const begun = `COMP_WORDS=(norsktilskudd ${words.join(' ')}); COMP_CWORD=${words.length}; _norsktilskudd`;
    return spawnSync('bash', ['-c', `${script}\n${begun}; echo "\${COMPREPLY[*]}"`], {
      encoding: 'utf8',
    }).stdout.trim();
  };
  expect(completed('wi')).toBe('withdraw');
  expect(completed('rules', 'sh')).toBe('show');
  expect(completed('run', '--ye')).toBe('--year');
  expect(completed('run', 'x')).toBe('');
  expect(completed('explain', '--format', '""')).toBe('text full json html');
  expect(completed('size', '--year', '2018', '--table', 'x')).toBe('xlsx');
  expect(completed('run', '--term', '""')).toBe('1 2 3 4');
  expect(completed('run', '--exclude', 'persontilskudd3')).toBe('persontilskudd37d');
  expect(completed('help', 'RESIDENCE_OVER')).toBe('RESIDENCE_OVERLAP');
  expect(completed('help', 'fil')).toBe('files');
  expect(completed('case', 'new', '--kind', 'c')).toBe('complaint');
  expect(completed('completion', 'z')).toBe('zsh');
  expect(completed('run', '--extract', '""')).toBe('');
});
