import { payeeFaults } from '../../app/approve/payee-faults';
import { type SignAnswer, signAct } from '../../app/approve/sign-act';
import { withheldOf } from '../../app/approve/withheld';
import { type OpeningSummary, openingSummary } from '../../app/preview/opening-summary';
import { type BatchInfo, openLedger } from '../../ledger';
import { acceptsClock } from '../approval/accept-clock';
import { lastPostedJson, lastPostedText } from '../approval/last-posted';
import { payeeJson, payeeLines } from '../approval/payee-text';
import { standsBehindJson, standsBehindText } from '../approval/stands-behind-text';
import { acceptedLines } from '../approval/wanted-text';
import { withheldText } from '../approval/withheld-text';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { folderReadText } from '../folder-read';
import { openingJson } from '../opening/opening-json';
import { openingText } from '../opening/opening-text';

interface ApproveFlags extends SettingFlags {
  readonly reason?: string;
  readonly accept?: readonly string[];
}

/** `approve`: posts a draft; the one who ran it cannot approve it (data contract 5). */
export const approveCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Godkjenner et utkast og bokfører det. Den som kjørte, kan ikke godkjenne.',
          en: 'Approves a draft and posts it. The one who ran it cannot approve it.',
        }),
      )
      .addHelpText('before', examplesText(context, ['norsktilskudd approve 2018-T1-0123456789ab --as ola']))
      .argument('<run>', say(context, { nb: 'kjøringens id', en: "the run's id" }))
      .action((runId: string, flags: ApproveFlags) => approve(runId, flags, context));
    addFlags(command, context, 'db', 'as', 'key', 'acceptClock', 'reason', 'json');
  },
};

function approve(runId: string, flags: ApproveFlags, context: CliContext): void {
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const actor = reader.required('--as', settings.as);
  const reason = flags.reason === undefined ? undefined : reader.freeText('--reason', flags.reason);
  const clock = acceptsClock(flags.accept, reader);
  reader.finish(context.commandName);
  const answer = signAct({ runId, role: 'approver', actor, settings, reason, ...clock });
  if (answer.batch.kind === 'opening') tellOpening(answer, settings.db, context);
  else tell(answer, context);
}

/** An opening batch with its sums: what was taken over. */
function tellOpening(answer: SignAnswer, db: string, context: CliContext): void {
  const { already, batch, journalHead } = answer;
  const { out } = context.terminal;
  const summary = summaryOf(db, batch);
  if (context.json) {
    const { runId, lines, payments, paidNok: paid } = batch;
    const sums = {
      run_id: runId,
      already,
      lines,
      payments,
      paid,
      opening: openingJson(summary),
      stands_behind: standsBehindJson(answer.behind),
    };
    out(`${JSON.stringify({ ...sums, journal_head: journalHead })}\n`);
    return;
  }
  const { runId } = batch;
  out(
    already
      ? say(context, { nb: `${runId} er allerede bokført.\n`, en: `${runId} is already posted.\n` })
      : say(context, { nb: `${runId} er bokført.\n`, en: `${runId} is posted.\n` }),
  );
  out(openingText(summary, context));
  out(standsBehindText(answer.behind, answer.rehearsal, context));
  out(say(context, { nb: `Journalhode: ${journalHead}\n`, en: `Journal head: ${journalHead}\n` }));
}

function summaryOf(db: string, batch: BatchInfo): OpeningSummary {
  const ledger = openLedger(db, { readOnly: true });
  try {
    return openingSummary(ledger, batch);
  } finally {
    ledger.close();
  }
}

function tell(answer: SignAnswer, context: CliContext): void {
  const { already, batch, journalHead, lastPosted } = answer;
  const { out } = context.terminal;
  if (context.json) {
    const { runId, lines, payments, paidNok, accepted } = batch;
    const withheld = withheldOf(batch.runFolder).map(({ reason, persons, sumNok }) => ({
      reason,
      persons,
      sum: sumNok,
    }));
    const sums = {
      lines,
      payments,
      paid: paidNok,
      withheld,
      payees: payeeJson(payeeFaults(batch.runFolder)),
      accepted,
      folder: batch.runFolder,
    };
    const last = { last_posted: lastPostedJson(lastPosted), stands_behind: standsBehindJson(answer.behind) };
    out(`${JSON.stringify({ run_id: runId, already, ...last, ...sums, journal_head: journalHead })}\n`);
    return;
  }
  out(lastPostedText(lastPosted, context));
  if (already)
    out(say(context, { nb: `${batch.runId} er allerede bokført.\n`, en: `${batch.runId} is already posted.\n` }));
  else {
    const text = {
      nb: '{runId} er bokført: {lines|linje|linjer}, {payments|betaling|betalinger}, {paidNok}.\n',
      en: '{runId} is posted: {lines|line|lines}, {payments|payment|payments}, {paidNok}.\n',
    };
    const { runId, lines, payments, paidNok } = batch;
    out(say(context, text, { runId, lines, payments, paidNok }));
  }
  out(standsBehindText(answer.behind, answer.rehearsal, context));
  out(folderReadText(batch.runFolder, context));
  const payees = payeeLines(payeeFaults(batch.runFolder), context);
  for (const line of [...payees, ...acceptedLines(batch.accepted, context)]) out(`${line}\n`);
  out(withheldText(withheldOf(batch.runFolder), context));
  out(say(context, { nb: `Journalhode: ${journalHead}\n`, en: `Journal head: ${journalHead}\n` }));
}
