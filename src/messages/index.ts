import { acceptanceMessages } from './acceptance-messages';
import { adviceMessages } from './advice-messages';
import { analysisMessages } from './analysis-messages';
import { approvalFolderMessages } from './approval-folder-messages';
import { approvalMessages } from './approval-messages';
import { auditMessages } from './audit-messages';
import { batchStateWord } from './batch-state-words';
import { type Catalogue, fillText, type Language } from './catalogue';
import { cliMessages } from './cli-messages';
import { engineMessages } from './engine-messages';
import { explainMessages } from './explain-messages';
import { handOutMessages } from './hand-out-messages';
import { ledgerBatchMessages } from './ledger-batch-messages';
import { ledgerFileMessages } from './ledger-file-messages';
import { ledgerOpeningMessages } from './ledger-opening-messages';
import { ledgerProofMessages } from './ledger-proof-messages';
import { ledgerVerifyMessages } from './ledger-verify-messages';
import { ledgerWitnessMessages } from './ledger-witness-messages';
import { outcomeMessages } from './outcome-messages';
import { payoutMessages } from './payout-messages';
import { rateModelMessages } from './rate-model-messages';
import { registerMessages } from './register-messages';
import { rulesMessages } from './rules-messages';
import { scenarioMessages } from './scenario-messages';
import { signedListMessages } from './signed-list-messages';
import { SMALL_TABLES, smallFileActions } from './small-file-actions';
import { syntheticMessages } from './synthetic-messages';
import { systemMessages } from './system-messages';
import { verifyAgainMessages } from './verify-again-messages';
import { verifyFolderMessages } from './verify-folder-messages';
import { verifyMessages } from './verify-messages';
import { verifyStateMessages } from './verify-state-messages';
import { warningMessages } from './warning-messages';

export * from './catalogue';

const ALL: Catalogue = {
  ...acceptanceMessages,
  ...adviceMessages,
  ...analysisMessages,
  ...approvalFolderMessages,
  ...approvalMessages,
  ...auditMessages,
  ...cliMessages,
  ...engineMessages,
  ...explainMessages,
  ...handOutMessages,
  ...ledgerBatchMessages,
  ...ledgerFileMessages,
  ...ledgerProofMessages,
  ...ledgerOpeningMessages,
  ...ledgerVerifyMessages,
  ...ledgerWitnessMessages,
  ...outcomeMessages,
  ...payoutMessages,
  ...rateModelMessages,
  ...registerMessages,
  ...rulesMessages,
  ...scenarioMessages,
  ...signedListMessages,
  ...syntheticMessages,
  ...systemMessages,
  ...verifyFolderMessages,
  ...verifyAgainMessages,
  ...verifyMessages,
  ...verifyStateMessages,
  ...warningMessages,
};

/** Every code that has a text. */
export function messageCodes(): string[] {
  return Object.keys(ALL);
}

/** The text of a code with its values, the state of a batch as a word; the code itself where no text exists. */
export function messageText(
  code: string,
  language: Language,
  params: Readonly<Record<string, string | number>>,
): string {
  const message = ALL[code];
  if (message === undefined) return code;
  const { state, supersededBy = '' } = params;
  if (typeof state !== 'string') return fillText(message.text[language], params);
  return fillText(message.text[language], { ...params, state: batchStateWord(state, language, String(supersededBy)) });
}

/** What to do about a code; empty where no text exists. A small file, named in `table`, is not the source system. */
export function messageAction(
  code: string,
  language: Language,
  params: Readonly<Record<string, string | number>>,
): string {
  const action = (SMALL_TABLES.has(params.table) && smallFileActions[code]) || ALL[code]?.action;
  return action ? fillText(action[language], params) : '';
}
