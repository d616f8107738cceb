import { judgeReceipts } from '../../app';
import { command } from '../declare/command';
import { argumentList, requiredList } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { endOfJudgement, judgementJson, judgementText } from '../receipt/judgement-text';

/** `receipt`: what a bank's answers say of the payments of its files (payment-files.md 7 and 8). */
export const receiptCommand = command('receipt', {
  examples: ['norsktilskudd receipt pain002-1.xml camt054-1.xml --order NT2018T1S0-F01.pain.001.001.03.xml'],
  input: {
    receipts: argumentList('receiptFile', '<file...>', kind.path),
    orders: requiredList(FLAGS.order),
  },
  async run(input, context) {
    const judgement = await judgeReceipts(input);
    context.terminal.out(context.json ? judgementJson(judgement) : judgementText(judgement, context));
    endOfJudgement(judgement);
  },
});
