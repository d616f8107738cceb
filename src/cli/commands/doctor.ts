import { checkPayment, type DoctorReport, executeDoctor, extractStep } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { detail } from '../answers/common';
import { type CliContext, say } from '../context';
import { at, list, object, oneOf, text } from '../declare/answer';
import { command } from '../declare/command';
import type { Problems } from '../declare/problems';
import type { Given } from '../declare/source';
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

type PaymentChecked = ReturnType<typeof checkPayment>;

const paymentJson = object({
  name: at('settings.name', text),
  account: at('settings.account', text),
  version: at('settings.version', text),
  notices: list(detail),
});

/** `doctor`: what is in an extract and what is odd about it, in one page; or whether files of payments can be written. */
export const doctorCommand = command('doctor', {
  examples: ['norsktilskudd doctor --extract extracts/2018-T1 --year 2018', 'norsktilskudd doctor --payment'],
  input,
  check({ extract, payment }: Given<typeof input>, problems: Problems) {
    if (!payment) problems.demand(FLAGS.extract.name, extract);
  },
  run({ extract = '', payment, settings, db, ...rest }, context): DoctorReport | PaymentChecked {
    if (payment) return paymentChecked({ payment: settings, db }, context);
    return whileReading(context, (onProgress) => executeDoctor({ ...rest, extract, onProgress }));
  },
  json: oneOf([doctorJson, paymentJson], (found: DoctorReport | PaymentChecked, to) =>
    'notices' in found ? paymentJson.encode(found, to) : doctorJson.encode(found, to),
  ),
  text(found, context) {
    if (!('notices' in found)) return doctorText(found, context);
    const { name, account, version } = found.settings;
    return say(context, 'doctor.payment_ready', { name, account: accountText(account), version });
  },
  next(found, { extract = '', db }) {
    if ('notices' in found || found.content === undefined || found.rejected.length > 0) return undefined;
    return { step: extractStep(db, { extract }, found.content.imported.takenAt) };
  },
  end(found, context) {
    if ('rejected' in found && found.rejected.length > 0) context.exitCode = REJECTED_EXIT_CODE;
  },
});

/** @throws NorsktilskuddError input PAYMENT_REFUSED with every fault as a detail */
function paymentChecked(asked: Parameters<typeof checkPayment>[0], context: CliContext): PaymentChecked {
  const checked = checkPayment(asked);
  const { faults, notices } = checked;
  tellWarnings(notices, context);
  if (faults.length > 0) throw new NorsktilskuddError('input', 'PAYMENT_REFUSED', { faults: faults.length }, faults);
  return checked;
}
