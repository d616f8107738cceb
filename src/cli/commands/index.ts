import type { CommandEntry, CommandModule } from '../command-table';

/** Every command of the program in the order in which the help lists them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: { nb: 'lager innstillinger og tomme filer å fylle ut', en: 'makes settings and empty files to fill in' },
    load: (): CommandModule => require('./init').initCommand,
  },
  {
    name: 'generate',
    summary: { nb: 'lager uttrekk av et oppdiktet register', en: 'makes extracts of a made-up register' },
    load: (): CommandModule => require('./generate').generateCommand,
  },
  {
    name: 'rules',
    summary: { nb: 'viser og kontrollerer regler og satser', en: 'shows and checks rules and rates' },
    load: (): CommandModule => require('./rules').rulesCommand,
  },
];
