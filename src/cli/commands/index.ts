import type { CommandEntry, CommandModule } from '../command-table';

/** Every command of the program in the order in which the help lists them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: {
      nb: 'lager en hovedbok, innstillinger og filer å fylle ut',
      en: 'makes a ledger, settings and files to fill in',
    },
    load: (): CommandModule => require('./init').initCommand,
  },
  {
    name: 'generate',
    summary: { nb: 'lager uttrekk av et oppdiktet register', en: 'makes extracts of a made-up register' },
    load: (): CommandModule => require('./generate').generateCommand,
  },
  {
    name: 'doctor',
    summary: {
      nb: 'viser hva som er i et uttrekk, og hva som er merkelig',
      en: 'shows what is in an extract and what is odd',
    },
    load: (): CommandModule => require('./doctor').doctorCommand,
  },
  {
    name: 'import',
    summary: { nb: 'leser et uttrekk og lagrer det', en: 'reads an extract and stores it' },
    load: (): CommandModule => require('./import').importCommand,
  },
  {
    name: 'run',
    summary: { nb: 'beregner en termin til et utkast', en: 'calculates a term into a draft' },
    load: (): CommandModule => require('./run').runCommand,
  },
  {
    name: 'sign',
    summary: { nb: 'signerer et utkast som den som laget det', en: 'signs a draft as the one who made it' },
    load: (): CommandModule => require('./sign').signCommand,
  },
  {
    name: 'attest',
    summary: { nb: 'attesterer et utkast', en: 'attests a draft' },
    load: (): CommandModule => require('./attest').attestCommand,
  },
  {
    name: 'preview',
    summary: { nb: 'viser det godkjenneren må se', en: 'shows what the approver must see' },
    load: (): CommandModule => require('./preview').previewCommand,
  },
  {
    name: 'approve',
    summary: { nb: 'godkjenner og bokfører et utkast', en: 'approves and posts a draft' },
    load: (): CommandModule => require('./approve').approveCommand,
  },
  {
    name: 'withdraw',
    summary: { nb: 'trekker et utkast', en: 'withdraws a draft' },
    load: (): CommandModule => require('./withdraw').withdrawCommand,
  },
  {
    name: 'open-ledger',
    summary: { nb: 'overtar posteringer fra et tidligere system', en: "takes over an earlier system's postings" },
    load: (): CommandModule => require('./open-ledger').openLedgerCommand,
  },
  {
    name: 'explain',
    summary: { nb: 'forklarer en linje, en person eller en mottaker', en: 'explains a line, a person or a recipient' },
    load: (): CommandModule => require('./explain').explainCommand,
  },
  {
    name: 'status',
    summary: { nb: 'viser utkast og bokførte kjøringer', en: 'shows drafts and posted batches' },
    load: (): CommandModule => require('./status').statusCommand,
  },
  {
    name: 'continue',
    summary: {
      nb: 'sier hvorfor en hovedbok som mangler noe, likevel kan brukes',
      en: 'says why a ledger that lacks something may go on',
    },
    load: (): CommandModule => require('./continue').continueCommand,
  },
  {
    name: 'outcome',
    summary: { nb: 'fører hva som ble av betalinger', en: 'records what became of payments' },
    load: (): CommandModule => require('./outcome').outcomeCommand,
  },
  {
    name: 'verify',
    summary: { nb: 'kontrollerer en kjøringsmappe og hovedboken', en: 'checks a run folder and the ledger' },
    load: (): CommandModule => require('./verify').verifyCommand,
  },
  {
    name: 'scenario',
    summary: { nb: 'prøver andre satser og valg', en: 'tries other rates and choices' },
    load: (): CommandModule => require('./scenario').scenarioCommand,
  },
  {
    name: 'size',
    summary: {
      nb: 'årlig beregning mot bevilgning og budsjettår',
      en: 'annual size against appropriation and budget year',
    },
    load: (): CommandModule => require('./size').sizeCommand,
  },
  {
    name: 'hours',
    summary: { nb: 'timegrunnlaget etter kommune, lov og år', en: 'the hours basis by kommune, law and year' },
    load: (): CommandModule => require('./hours').hoursCommand,
  },
  {
    name: 'rate-model',
    summary: { nb: 'satskandidater for neste år ut fra timer og kostnad', en: 'candidate rates from hours and cost' },
    load: (): CommandModule => require('./rate-model').rateModelCommand,
  },
  {
    name: 'statistics',
    summary: { nb: 'statistikk med vern av små tall', en: 'statistics with small numbers protected' },
    load: (): CommandModule => require('./statistics').statisticsCommand,
  },
  {
    name: 'reveal',
    summary: {
      nb: 'viser personen bak et pseudonym, med formål',
      en: 'shows the person behind a pseudonym, for a purpose',
    },
    load: (): CommandModule => require('./reveal').revealCommand,
  },
  {
    name: 'access',
    summary: { nb: 'viser innsynsloggen', en: 'shows the access log' },
    load: (): CommandModule => require('./access').accessCommand,
  },
  {
    name: 'prune',
    summary: { nb: 'sletter øyeblikksbilder etter regler', en: 'deletes snapshots by rules' },
    load: (): CommandModule => require('./prune').pruneCommand,
  },
  {
    name: 'forget',
    summary: { nb: 'sletter DUF-numre fra hovedboken', en: 'deletes DUF numbers from the ledger' },
    load: (): CommandModule => require('./forget').forgetCommand,
  },
  {
    name: 'keys',
    summary: { nb: 'lager nøkler til å signere med', en: 'makes keys to sign with' },
    load: (): CommandModule => require('./keys').keysCommand,
  },
  {
    name: 'lists',
    summary: { nb: 'hvem som kan signere, og godkjente satser', en: 'who may sign, and approved rates' },
    load: (): CommandModule => require('./lists').listsCommand,
  },
  {
    name: 'compare',
    summary: {
      nb: 'sammenlikner kjøringer, scenarioer, uttrekk og år',
      en: 'compares runs, scenarios, extracts and years',
    },
    load: (): CommandModule => require('./compare').compareCommand,
  },
  {
    name: 'export-trace',
    summary: { nb: 'en mottakers del av en kjøring, med bevis', en: "a recipient's part of a run, with proofs" },
    load: (): CommandModule => require('./export-trace').exportTraceCommand,
  },
  {
    name: 'advice',
    summary: {
      nb: 'hva hver kommune mangler i registeret, og hva det koster',
      en: 'what each kommune lacks in the register, and what it costs',
    },
    load: (): CommandModule => require('./advice').adviceCommand,
  },
  {
    name: 'impact',
    summary: { nb: 'kroner som flyttes av åpne spørsmål', en: 'kroner that open questions move' },
    load: (): CommandModule => require('./impact').impactCommand,
  },
  {
    name: 'sample',
    summary: { nb: 'kontrollutvalg av en kjøring', en: 'a control sample of a run' },
    load: (): CommandModule => require('./sample').sampleCommand,
  },
  {
    name: 'dossier',
    summary: {
      nb: 'alt om en kjøring i ett arkiv til revisor',
      en: 'everything about a run in one archive for auditors',
    },
    load: (): CommandModule => require('./dossier').dossierCommand,
  },
  {
    name: 'rules',
    summary: { nb: 'viser og kontrollerer regler og satser', en: 'shows and checks rules and rates' },
    load: (): CommandModule => require('./rules').rulesCommand,
  },
];
