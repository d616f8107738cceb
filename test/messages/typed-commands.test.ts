import { Command } from 'commander';
import { COMMANDS } from '../../src/cli/commands';
import { makeContext, withKeys } from '../../src/cli/make-context';
import { memoryTerminal } from '../../src/cli/terminal';
import { isMessageCode, LANGUAGES } from '../../src/messages';
import { TEXTS } from '../../src/messages/texts';

/** Flags of a command by its words, `recipients confirm`; a group without its second word has none. */
function flagsByCommand(): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, module] of Object.entries(COMMANDS)) {
    const parser = new Command(name);
    module?.configure(parser, makeContext([], memoryTerminal('/')));
    for (const each of [parser, ...parser.commands])
      found.set(
        each === parser ? name : `${name} ${each.name()}`,
        each.options.map(({ long }) => long ?? ''),
      );
  }
  return found;
}

const flags = flagsByCommand();

test.each(LANGUAGES)('a command in a text of %s names who acts, and the key exactly where it takes one', (language) => {
  const typed = Object.entries(TEXTS[language]).flatMap(([key, text]) =>
    [...text.matchAll(/norsktilskudd ([a-z-]+)((?: [a-z-]+)?)((?:(?!norsktilskudd )[^\n])*)/g)].map(
      ([, first = '', second = '', rest]) => {
        const command = flags.has(first + second) ? first + second : first;
        return { key, command, words: `${second}${rest}` };
      },
    ),
  );
  const acting = typed.filter(({ words }) => / --as /.test(words));
  expect(acting.length).toBeGreaterThan(15);
  const wrong = acting.filter(
    ({ command, words }) => / \[--key [A-Z]+\]/.test(words) !== (flags.get(command) ?? []).includes('--key'),
  );
  expect(wrong).toEqual([]);
  // A command whose reason or reference is told is told whole.
  const half = typed.filter(({ words }) => / --re(?:ason|ference) "\.\.\." /.test(words) && !/ --as /.test(words));
  expect(half.filter(({ key }) => isMessageCode(key.replace(/\..*/, '')))).toEqual([]);
});

test.each(LANGUAGES)('what to do, in %s, names a command so that it can be typed, with who acts', (language) => {
  const wrong: string[] = [];
  for (const [key, text] of Object.entries(TEXTS[language]).filter(([one]) => one.endsWith('.action'))) {
    for (const [command, taken] of flags) {
      if (!command.includes(' ')) continue;
      for (const { index } of text.matchAll(new RegExp(`\\b${command}\\b`, 'g'))) {
        const isTyped = text.slice(0, index).endsWith('norsktilskudd ');
        const [rest = ''] = text.slice(index + command.length).match(/^[^,:;.()]*(?:\.\.\.[^,:;.()]*)*/) ?? [];
        const isWhole = !taken.includes('--as') || !/^ [A-ZØ]{3,}| --/.test(rest) || / --as | --help/.test(rest);
        if (!isTyped || !isWhole) wrong.push(`${key}: ${command}${rest}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('a text is typed with the key where the ledger requires it, and names the ledger as the call did', () => {
  const text = 'Next: norsktilskudd case confirm 1 --as NAME [--key FILE]. Then wait.';
  const context = makeContext(['--db', 'trial.db'], memoryTerminal('/'));
  expect(withKeys(text, context)).toBe(text);
  context.needsKey = () => true;
  expect(withKeys(text, context)).toBe(
    'Next: norsktilskudd case confirm 1 --as NAME --key FILE --db trial.db. Then wait.',
  );
  context.needsKey = () => false;
  context.json = true;
  expect(withKeys(text, context)).toBe('Next: norsktilskudd case confirm 1 --as NAME. Then wait.');
});
