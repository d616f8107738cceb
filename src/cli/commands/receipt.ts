import { judgeReceipts } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { command } from '../declare/command';
import { argumentList, requiredList } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { judgementJson, judgementText } from '../receipt/judgement-text';
import { tellWarnings } from '../tell-warnings';

/** `receipt`: what a bank's answers say of the payments of its files (payment-files.md 7 and 8). */
export const receiptCommand = command('receipt', {
  examples: ['norsktilskudd receipt pain002-1.xml camt054-1.xml --order NT2018T1S0-F01.pain.001.001.03.xml'],
  input: {
    receipts: argumentList('receiptFile', '<file...>', kind.path),
    orders: requiredList(FLAGS.order),
  },
  run: judgeReceipts,
  json: judgementJson,
  text(judgement, context) {
    tellWarnings(judgement.notes, context);
    return judgementText(judgement, context);
  },
  /** Ends with 5 where something could not be applied or is not known: somebody must look. */
  end({ payments, problems }) {
    const unknown = payments.filter(({ state }) => state === 'unknown').length;
    if (problems.length === 0 && unknown === 0) return;
    throw new NorsktilskuddError('verification', 'RECEIPTS_UNCLEAR', { problems: problems.length, unknown }, problems);
  },
});
