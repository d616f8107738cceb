import { executeRun, NO_SETTINGS, type RunReport } from '../../app';
import { acceptedName, blocker, detail, lastPosted, payee, wanted, withheld } from '../answers/common';
import { actOfRun } from '../cases/case-json';
import { at, day, flag, here, kroner, list, object, record, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { mapped } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { whileReading } from '../reading-display';
import { runReportText } from '../run/run-report-text';

/** The report of a run for programs (data contract 5, `--json`). */
const runReportJson = object({
  run_id: text,
  out: text,
  year: at('grantYear', whole),
  term: whole,
  as_of: day,
  supplement: at('supplementNumber', whole),
  rehearsal: flag,
  last_posted: lastPosted,
  snapshot: text,
  totals: here(
    object({
      persons: whole,
      lines: whole,
      lines_total: kroner,
      corrections: kroner,
      payments: whole,
      paid: kroner,
      carried_out: kroner,
      held: kroner,
      withheld: list(withheld),
      components: list(
        object({ grant_year: whole, component: text, lines: whole, total: kroner, corrections: kroner }),
      ),
      cases: list(actOfRun),
    }),
  ),
  findings: record(whole),
  rejected_rows: whole,
  payable: at(({ blockers }: RunReport) => blockers.length === 0, flag),
  blockers: list(blocker),
  wanted: list(wanted),
  accepted: list(acceptedName),
  warnings: list(detail),
  payees: list(payee),
  superseded: list(text),
});

const input = {
  register: sources.place,
  grantYear: required(FLAGS.year),
  term: required(FLAGS.term),
  asOf: FLAGS.asOf,
  recipients: SETTINGS.recipients,
  recipientsOfSettings: mapped(SETTINGS.recipients.alone, (file) => file === undefined),
  rates: SETTINGS.rates,
  tables: FLAGS.tables,
  excluded: sources.excluded,
  acceptedNames: FLAGS.accept,
  appropriationNok: sources.appropriationOfYear,
  fewerPersonsPercent: SETTINGS.fewerPersonsPercent,
  rejectLimitPercent: sources.rejectLimitPercent,
  columns: SETTINGS.columns,
  readingLimits: sources.readingLimits,
  supplement: FLAGS.supplement,
  rehearsal: FLAGS.rehearsal,
  newLedger: FLAGS.newLedger,
  db: sources.db,
  runsFolder: sources.runsFolder,
  out: FLAGS.runOut,
  actor: sources.actor,
  ...sources.signing,
  ...sources.firstApprovers,
  approvers: sources.approvers,
  limits: sources.limits,
  pseudonymKeyFile: sources.pseudonymKeyFile,
} as const;

/** `run`: calculates a term into a draft (data contract 5). */
export const runCommand = command('run', {
  examples: [
    'norsktilskudd run --extract extracts/2018-T1 --year 2018 --term 1 --as kari --new-ledger',
    'norsktilskudd run --extract extracts/2018-T2 --year 2018 --term 2 --as kari',
  ],
  input,
  run(given, context) {
    const wants = {
      fewerPersonsPercent: given.fewerPersonsPercent ?? NO_SETTINGS.fewerPersonsPercent,
      appropriationNok: given.appropriationNok,
    };
    return whileReading(context, (onProgress) => executeRun(given, { ...given, wants, onProgress }));
  },
  warnings: ({ warnings }) => warnings,
  json: runReportJson,
  text: runReportText,
  next: ({ runId }) => ({ runId }),
});
