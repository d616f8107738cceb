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
    name: 'run',
    summary: { nb: 'beregner en termin til et utkast', en: 'calculates a term into a draft' },
    load: (): CommandModule => require('./run').runCommand,
  },
  {
    name: 'approve',
    summary: { nb: 'godkjenner og bokfører et utkast', en: 'approves and posts a draft' },
    load: (): CommandModule => require('./approve').approveCommand,
  },
  {
    name: 'open-ledger',
    summary: { nb: 'overtar posteringer fra et tidligere system', en: "takes over an earlier system's postings" },
    load: (): CommandModule => require('./open-ledger').openLedgerCommand,
  },
  {
    name: 'status',
    summary: { nb: 'viser utkast og bokførte kjøringer', en: 'shows drafts and posted batches' },
    load: (): CommandModule => require('./status').statusCommand,
  },
  {
    name: 'outcome',
    summary: { nb: 'fører hva som ble av betalinger', en: 'records what became of payments' },
    load: (): CommandModule => require('./outcome').outcomeCommand,
  },
  {
    name: 'verify',
    summary: { nb: 'kontrollerer en kjøringsmappe og regnskapet', en: 'checks a run folder and the ledger' },
    load: (): CommandModule => require('./verify').verifyCommand,
  },
  {
    name: 'scenario',
    summary: { nb: 'prøver andre satser og valg', en: 'tries other rates and choices' },
    load: (): CommandModule => require('./scenario').scenarioCommand,
  },
  {
    name: 'rules',
    summary: { nb: 'viser og kontrollerer regler og satser', en: 'shows and checks rules and rates' },
    load: (): CommandModule => require('./rules').rulesCommand,
  },
];
