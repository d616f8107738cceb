import { helpWords } from '../../app';
import { commandTree, SHELLS, scriptFor } from '../completion/scripts';
import { object, text } from '../declare/answer';
import { type CommandModule, type CommandModules, command } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';

/** `completion`: what a shell needs to complete commands and flags, from the declarations themselves. */
export function completionCommand(modules: () => CommandModules): CommandModule {
  return command('completion', {
    examples: [
      'eval "$(norsktilskudd completion bash)"',
      'norsktilskudd completion zsh > ~/.zsh/completions/_norsktilskudd',
      'norsktilskudd completion fish > ~/.config/fish/completions/norsktilskudd.fish',
    ],
    input: { shell: argument('shell', '<shell>', kind.choice(...SHELLS)) },
    run: ({ shell }, context) => ({ shell, script: scriptFor(shell, commandTree(modules(), helpWords(), context)) }),
    json: object({ shell: text, script: text }),
    isAsItStands: () => true,
    text: ({ script }) => script,
  });
}
