import type { CommandEntry } from '../command-table';

/** Every command of the program in the order in which the help lists them. */
export const COMMANDS = [
  {
    name: 'init',
    summary: {
      nb: 'lager en hovedbok, innstillinger og filer å fylle ut',
      en: 'makes a ledger, settings and files to fill in',
    },
  },
  {
    name: 'generate',
    summary: { nb: 'lager uttrekk av et oppdiktet register', en: 'makes extracts of a made-up register' },
  },
  {
    name: 'doctor',
    summary: {
      nb: 'viser hva som er i et uttrekk, og hva som er merkelig',
      en: 'shows what is in an extract and what is odd',
    },
  },
  {
    name: 'import',
    summary: { nb: 'leser et uttrekk og lagrer det', en: 'reads an extract and stores it' },
  },
  {
    name: 'run',
    summary: { nb: 'beregner en termin til et utkast', en: 'calculates a term into a draft' },
  },
  {
    name: 'sign',
    summary: { nb: 'signerer et utkast som den som laget det', en: 'signs a draft as the one who made it' },
  },
  {
    name: 'attest',
    summary: { nb: 'attesterer et utkast', en: 'attests a draft' },
  },
  {
    name: 'preview',
    summary: { nb: 'viser det godkjenneren må se', en: 'shows what the approver must see' },
  },
  {
    name: 'approve',
    summary: { nb: 'godkjenner og bokfører et utkast', en: 'approves and posts a draft' },
  },
  {
    name: 'withdraw',
    summary: { nb: 'trekker et utkast', en: 'withdraws a draft' },
  },
  {
    name: 'open-ledger',
    summary: { nb: 'overtar posteringer fra et tidligere system', en: "takes over an earlier system's postings" },
  },
  {
    name: 'explain',
    summary: { nb: 'forklarer en linje, en person eller en mottaker', en: 'explains a line, a person or a recipient' },
  },
  {
    name: 'status',
    summary: { nb: 'viser utkast og bokførte kjøringer', en: 'shows drafts and posted batches' },
  },
  {
    name: 'continue',
    summary: {
      nb: 'sier hvorfor en hovedbok som mangler noe, likevel kan brukes',
      en: 'says why a ledger that lacks something may go on',
    },
  },
  {
    name: 'outcome',
    summary: { nb: 'fører hva som ble av betalinger', en: 'records what became of payments' },
  },
  {
    name: 'verify',
    summary: { nb: 'kontrollerer en kjøringsmappe og hovedboken', en: 'checks a run folder and the ledger' },
  },
  {
    name: 'scenario',
    summary: { nb: 'prøver andre satser og valg', en: 'tries other rates and choices' },
  },
  {
    name: 'size',
    summary: {
      nb: 'årlig beregning mot bevilgning og budsjettår',
      en: 'annual size against appropriation and budget year',
    },
  },
  {
    name: 'hours',
    summary: { nb: 'timegrunnlaget etter kommune, lov og år', en: 'the hours basis by kommune, law and year' },
  },
  {
    name: 'rate-model',
    summary: { nb: 'satskandidater for neste år ut fra timer og kostnad', en: 'candidate rates from hours and cost' },
  },
  {
    name: 'statistics',
    summary: { nb: 'statistikk med vern av små tall', en: 'statistics with small numbers protected' },
  },
  {
    name: 'reveal',
    summary: {
      nb: 'viser personen bak et pseudonym, med formål',
      en: 'shows the person behind a pseudonym, for a purpose',
    },
  },
  {
    name: 'access',
    summary: { nb: 'viser innsynsloggen', en: 'shows the access log' },
  },
  {
    name: 'prune',
    summary: { nb: 'sletter øyeblikksbilder etter regler', en: 'deletes snapshots by rules' },
  },
  {
    name: 'forget',
    summary: { nb: 'sletter DUF-numre fra hovedboken', en: 'deletes DUF numbers from the ledger' },
  },
  {
    name: 'keys',
    summary: { nb: 'lager nøkler til å signere med', en: 'makes keys to sign with' },
  },
  {
    name: 'lists',
    summary: { nb: 'hvem som kan signere, og godkjente satser', en: 'who may sign, and approved rates' },
  },
  {
    name: 'compare',
    summary: {
      nb: 'sammenlikner kjøringer, scenarioer, uttrekk og år',
      en: 'compares runs, scenarios, extracts and years',
    },
  },
  {
    name: 'export-trace',
    summary: { nb: 'en mottakers del av en kjøring, med bevis', en: "a recipient's part of a run, with proofs" },
  },
  {
    name: 'advice',
    summary: {
      nb: 'hva hver kommune mangler i registeret, og hva det koster',
      en: 'what each kommune lacks in the register, and what it costs',
    },
  },
  {
    name: 'impact',
    summary: { nb: 'kroner som flyttes av åpne spørsmål', en: 'kroner that open questions move' },
  },
  {
    name: 'sample',
    summary: { nb: 'kontrollutvalg av en kjøring', en: 'a control sample of a run' },
  },
  {
    name: 'dossier',
    summary: {
      nb: 'alt om en kjøring i ett arkiv til revisor',
      en: 'everything about a run in one archive for auditors',
    },
  },
  {
    name: 'rules',
    summary: { nb: 'viser og kontrollerer regler og satser', en: 'shows and checks rules and rates' },
  },
] as const satisfies readonly CommandEntry[];

/** Name of a command. */
export type CommandName = (typeof COMMANDS)[number]['name'];
