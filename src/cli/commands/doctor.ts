import { checkPayment, executeDoctor } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import type { Problems } from '../declare/problems';
import type { Given, Input } from '../declare/source';
import { doctorJson } from '../doctor/doctor-json';
import { doctorText } from '../doctor/doctor-text';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { whileReading } from '../reading-display';
import { accountText } from '../recipients/account-text';
import { tellWarnings } from '../tell-warnings';

const REJECTED_EXIT_CODE = 3;

const input = {
  extract: FLAGS.extract,
  payment: FLAGS.payment,
  grantYear: FLAGS.year,
  columns: SETTINGS.columns,
  readingLimits: sources.readingLimits,
  settings: SETTINGS.payment,
  db: sources.hidden(sources.db),
} as const;

/** `doctor`: what is in an extract and what is odd about it, in one page; or whether files of payments can be written. */
export const doctorCommand = command('doctor', {
  examples: ['norsktilskudd doctor --extract extracts/2018-T1 --year 2018', 'norsktilskudd doctor --payment'],
  input,
  check({ extract, payment }: Given<typeof input>, problems: Problems) {
    if (!payment) problems.demand(FLAGS.extract.name, extract);
  },
  run({ extract = '', payment, settings, db, ...rest }, context) {
    if (payment) {
      tellPayment({ settings, db }, context);
      return;
    }
    const report = whileReading(context, (onProgress) => executeDoctor({ ...rest, extract, onProgress }));
    context.terminal.out(context.json ? doctorJson(report, context) : doctorText(report, context));
    if (report.rejected.length > 0) context.exitCode = REJECTED_EXIT_CODE;
  },
});

/** @throws NorsktilskuddError input PAYMENT_REFUSED with every fault as a detail */
function tellPayment({ settings, db }: Pick<Input<typeof input>, 'settings' | 'db'>, context: CliContext): void {
  const { faults, notices, settings: checked } = checkPayment({ payment: settings, db });
  tellWarnings(notices, context);
  if (faults.length > 0) throw new NorsktilskuddError('input', 'PAYMENT_REFUSED', { faults: faults.length }, faults);
  const { name, account, version } = checked;
  context.terminal.out(
    context.json
      ? `${JSON.stringify({ name, account, version, notices: notices.map(({ code, params }) => ({ code, params })) })}\n`
      : say(context, 'doctor.payment_ready', { name, account: accountText(account), version }),
  );
}
