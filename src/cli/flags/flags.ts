import { GROUPINGS } from '../../app';
import { CASE_DECISIONS, CASE_KINDS, CASE_TABLES, NETTING_GROUPS } from '../../domain';
import { flag, flagList, toggle } from '../declare/flag';
import * as kind from '../declare/kinds';

/** Flags that stand nowhere but on the command line. Where one has several meanings, each stands here with its own text. */
export const FLAGS = {
  // What is read and calculated.
  extract: flag('extract', '--extract <folder>', kind.path),
  snapshot: flag('snapshot', '--snapshot <id>', kind.text),
  year: flag('year', '--year <year>', kind.year),
  term: flag('term', '--term <term>', kind.term),
  asOf: flag('asOf', '--as-of <date>', kind.day),
  asOfYear: flag('asOfYear', '--as-of <date>', kind.day),
  tables: flag('tables', '--tables <folder>', kind.path),
  exclude: flagList('exclude', '--exclude <component>', kind.component),
  accept: flagList('accept', '--accept <names>', kind.text),
  supplement: toggle('supplement', '--supplement'),
  rehearsal: toggle('rehearsal', '--rehearsal'),
  newLedger: toggle('newLedger', '--new-ledger'),

  // Answers of banks.
  order: flagList('order', '--order <file>', kind.path),
  profile: flag('profile', '--profile <file>', kind.path),
  accounts: flag('accounts', '--accounts <file>', kind.path),

  // Files of payments.
  channel: flag('channel', '--channel <channel>', kind.choice('pain001', 'ledger-file')),
  holdUnpayable: toggle('holdUnpayable', '--hold-unpayable'),
  again: toggle('again', '--again'),
  byHand: toggle('byHand', '--by-hand'),
  handOverReference: flag('handOverReference', '--reference <text>', kind.freeText),
  paymentFile: flagList('paymentFile', '--file <name>', kind.text),

  // Where results go.
  runOut: flag('out', '--out <folder>', kind.keptPath),
  outFolder: flag('outFolder', '--out <folder>', kind.path),
  listingOut: flag('listingOut', '--out <folder>', kind.path),
  tablesOut: flag('tablesOut', '--out <folder>', kind.path),
  sampleOut: flag('sampleOut', '--out <folder>', kind.path),
  extractsOut: flag('extractsOut', '--out <folder>', kind.path),
  archiveOut: flag('archiveOut', '--out <file>', kind.path),
  keyOut: flag('keyOut', '--out <file>', kind.path),
  listOut: flag('listOut', '--out <file>', kind.path),
  json: toggle('json', '--json'),
  noColor: toggle('noColor', '--no-color'),

  // Analyses.
  budgetYear: flag('budgetYear', '--budget-year <year>', kind.year),
  forecast: toggle('forecast', '--forecast'),
  earlier: flag('earlier', '--earlier <folder>', kind.path),
  baseYear: flag('baseYear', '--base-year <year>', kind.year),
  coverage: flag('coverage', '--coverage <percent>', kind.matching(/^\d{1,3}([.,]\d{1,6})?$/, '3.1')),
  index: flag('index', '--index <percent>', kind.matching(/^-?\d{1,3}([.,]\d{1,6})?$/, '3.1')),
  threshold: flag('threshold', '--threshold <persons>', kind.whole(1000, 3)),
  schema: toggle('schema', '--schema'),
  set: flagList('set', '--set <change>', kind.text),
  only: flagList('only', '--only <part>', kind.text),
  uprate: flag('uprate', '--uprate <percent>', kind.text),
  baseline: flag('baseline', '--baseline <side>', kind.pathOrYear),
  stack: flagList('stack', '--stack <steps>', kind.text),
  solve: flag('solve', '--solve <component>', kind.component),
  by: flag('by', '--by <what>', kind.choice(...GROUPINGS)),
  measure: flag('measure', '--measure <what>', kind.choice('size', 'lines')),

  // What is explained, verified, drawn and handed out.
  person: flag('person', '--person <id>', kind.dufNumber),
  personOrPseudonym: flag('personOrPseudonym', '--person <id>', kind.text),
  recipient: flag('recipient', '--recipient <id>', kind.text),
  recipientCode: flag('recipient', '--recipient <id>', kind.recipientCode),
  component: flag('component', '--component <component>', kind.component),
  wholeRun: flag('wholeRun', '--batch <run>', kind.text),
  run: flag('run', '--run <run>', kind.text),
  whyNot: toggle('whyNot', '--why-not'),
  format: flag('format', '--format <format>', kind.choice('text', 'json', 'html')),
  purpose: flag('purpose', '--purpose <text>', kind.freeText),
  accessHead: flag('accessHead', '--head <hash>', kind.text),
  head: flag('head', '--head <hash>', kind.hash),
  draft: toggle('draft', '--draft'),
  sql: toggle('sql', '--sql'),
  journal: flag('journal', '--journal <file>', kind.path),
  noSnapshot: toggle('noSnapshot', '--no-snapshot'),
  sampleSeed: flag('sampleSeed', '--seed <text>', kind.freeText),
  sampleSize: flag('sampleSize', '--size <number>', kind.whole(2000)),
  byAmount: toggle('byAmount', '--by-amount'),
  item: flag('item', '--item <item>', kind.text),
  result: flag('result', '--result <result>', kind.choice('ok', 'error', 'unclear')),
  note: flag('note', '--note <text>', kind.freeText),
  correct: flag('correct', '--correct <kroner>', kind.amount),

  // What is done in a ledger.
  reason: flag('reason', '--reason <text>', kind.freeText),
  acceptClock: flagList('acceptClock', '--accept <name>', kind.clock),
  acceptAtApproval: flagList('acceptAtApproval', '--accept <name>', kind.acceptedAtApproval),
  postings: flag('postings', '--postings <file>', kind.path),
  balances: flag('balances', '--balances <file>', kind.path),
  openingPayments: flag('openingPayments', '--payments <file>', kind.path),
  batch: flag('batch', '--batch <run>', kind.text),
  paid: toggle('paid', '--paid'),
  refused: toggle('refused', '--refused'),
  undo: toggle('undo', '--undo'),
  on: flag('on', '--on <date>', kind.day),
  executionDay: flag('executionDay', '--on <date>', kind.day),
  onDay: flag('onDay', '--on <date>', kind.day),
  payment: toggle('payment', '--payment'),
  allWaiting: toggle('allWaiting', '--all'),
  checkReference: flag('checkReference', '--reference <text>', kind.freeText),
  neverPaid: toggle('neverPaid', '--never-paid'),
  retentionExpired: flag('retentionExpired', '--retention-expired <date>', kind.day),
  dryRun: toggle('dryRun', '--dry-run'),
  lastGrantYear: flag('lastGrantYear', '--last-grant-year <year>', kind.year),

  // Cases.
  caseKind: flag('caseKind', '--kind <kind>', kind.choice(...CASE_KINDS)),
  reference: flag('reference', '--reference <text>', kind.freeText),
  decision: flag('decision', '--decision <decision>', kind.choice(...CASE_DECISIONS)),
  caseAmount: flag('caseAmount', '--amount <number>', kind.amount),
  basisRecipient: flag('basisRecipient', '--basis <id>', kind.recipientCode),
  firstDay: flag('firstDay', '--from <date>', kind.day),
  lastDay: flag('lastDay', '--to <date>', kind.day),
  payoutCode: flag('payoutCode', '--code <code>', kind.freeText),
  caseTable: flag('caseTable', '--table <table>', kind.choice(...CASE_TABLES)),
  rowKey: flag('rowKey', '--row-key <key>', kind.text),
  caseRow: flagList('caseRow', '--row <column=value>', kind.columnValue),

  // Claims.
  nettingGroup: flag('nettingGroup', '--group <group>', kind.choice(...NETTING_GROUPS)),
  claimAmount: flag('claimAmount', '--amount <kroner>', kind.kroner),
  limitationDay: flag('limitationDay', '--limitation-date <date>', kind.day),
  caseOf: flag('caseOf', '--case <case>', kind.whole(999_999_999, 1)),

  // Keys, lists and rules.
  name: flag('name', '--name <name>', kind.freeText),
  role: flagList('role', '--role <role>', kind.choice('runner', 'attestant', 'approver')),
  personFile: flagList('personFile', '--person <file>', kind.path),
  validFrom: flag('validFrom', '--valid-from <date>', kind.day),
  sources: toggle('sources', '--sources'),
  through: flag('through', '--through <year>', kind.year),

  // Made-up registers.
  seed: flag('seed', '--seed <number>', kind.whole(4_294_967_295)),
  persons: flag('persons', '--persons <number>', kind.whole(1_000_000)),
  snapshots: flag('snapshots', '--snapshots <number>', kind.whole(12)),
  firstTerm: flag('firstTerm', '--first-term <term>', kind.term),
  errors: flag('errors', '--errors <share>', kind.fraction),
} as const;
