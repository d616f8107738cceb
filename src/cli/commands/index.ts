import type { CommandName } from '../../messages';
import type { CommandModule } from '../declare/command';
import { accessCommand } from './access';
import { adviceCommand } from './advice';
import { annulCommand } from './annul';
import { approveCommand } from './approve';
import { caseCommand } from './case';
import { claimCommand } from './claim';
import { compareCommand } from './compare';
import { completionCommand } from './completion';
import { continueCommand } from './continue';
import { doctorCommand } from './doctor';
import { dossierCommand } from './dossier';
import { exceptionsCommand } from './exceptions';
import { explainCommand } from './explain';
import { exportTraceCommand } from './export-trace';
import { forecastCommand } from './forecast';
import { forgetCommand } from './forget';
import { generateCommand } from './generate';
import { helpCommand } from './help';
import { hoursCommand } from './hours';
import { impactCommand } from './impact';
import { importCommand } from './import';
import { initCommand } from './init';
import { keysCommand } from './keys';
import { ledgerCommand } from './ledger';
import { lettersCommand } from './letters';
import { listsCommand } from './lists';
import { openLedgerCommand } from './open-ledger';
import { outcomeCommand } from './outcome';
import { payoutCommand } from './payout';
import { previewCommand } from './preview';
import { pruneCommand } from './prune';
import { rateModelCommand } from './rate-model';
import { receiptCommand } from './receipt';
import { recipientsCommand } from './recipients';
import { reconcileCommand } from './reconcile';
import { reportCommand } from './report';
import { revealCommand } from './reveal';
import { rulesCommand } from './rules';
import { runCommand } from './run';
import { sampleCommand } from './sample';
import { scenarioCommand } from './scenario';
import { attestCommand, signCommand } from './sign';
import { sizeCommand } from './size';
import { statisticsCommand } from './statistics';
import { statusCommand } from './status';
import { verifyCommand } from './verify';
import { withdrawCommand } from './withdraw';
import { yearEndCommand } from './year-end';

/** Every command of the program: each that has a line in the help (`command.NAME.summary`), which also says their order. */
export const COMMANDS: Readonly<Record<CommandName, CommandModule>> = {
  init: initCommand,
  generate: generateCommand,
  doctor: doctorCommand,
  import: importCommand,
  run: runCommand,
  sign: signCommand,
  attest: attestCommand,
  preview: previewCommand,
  approve: approveCommand,
  withdraw: withdrawCommand,
  annul: annulCommand,
  case: caseCommand,
  claim: claimCommand,
  'open-ledger': openLedgerCommand,
  explain: explainCommand,
  status: statusCommand,
  continue: continueCommand,
  outcome: outcomeCommand,
  payout: payoutCommand,
  letters: lettersCommand,
  receipt: receiptCommand,
  reconcile: reconcileCommand,
  'year-end': yearEndCommand,
  exceptions: exceptionsCommand,
  verify: verifyCommand,
  scenario: scenarioCommand,
  size: sizeCommand,
  forecast: forecastCommand,
  hours: hoursCommand,
  'rate-model': rateModelCommand,
  statistics: statisticsCommand,
  reveal: revealCommand,
  access: accessCommand,
  prune: pruneCommand,
  forget: forgetCommand,
  ledger: ledgerCommand,
  keys: keysCommand,
  lists: listsCommand,
  recipients: recipientsCommand,
  compare: compareCommand,
  'export-trace': exportTraceCommand,
  advice: adviceCommand,
  impact: impactCommand,
  sample: sampleCommand,
  dossier: dossierCommand,
  report: reportCommand,
  rules: rulesCommand,
  help: helpCommand,
  completion: completionCommand(() => COMMANDS),
};
