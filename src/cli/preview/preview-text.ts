import type { BatchFigures } from '../../analysis/preview/batch-figures';
import type { LimitCheck } from '../../analysis/preview/limits';
import type { PreviewReport } from '../../app/preview/execute-preview';
import { recipientText } from '../../app/recipient-text';
import { formatKroner, formatWhole } from '../../domain';
import { explainWord } from '../../messages/explain/explain-text';
import { lastPostedText } from '../approval/last-posted';
import { nextActText } from '../approval/next-act-text';
import { olderCopyText } from '../approval/older-copy';
import { payeeLines } from '../approval/payee-text';
import { acceptedLines, blockerLines, rehearsalLines } from '../approval/wanted-text';
import { type CliContext, say } from '../context';
import { folderReadText } from '../folder-read';
import { budgetText } from '../size/budget-text';
import { textTable } from '../text-table';
import { accountLines, changeLines, findingTable } from './preview-details';

/** Kinds of findings told on the first screen. */
const FIRST_FINDINGS = 5;

/** The preview for people: one screen that a decision can rest on, then the details. */
export function previewText(report: PreviewReport, context: CliContext): string {
  const heading = (text: { nb: string; en: string }): string => `\n${say(context, text)}\n`;
  return [
    olderCopyText(report.missing, context),
    lastPostedText(report.lastPosted, context),
    titleText(report, context),
    folderReadText(report.batch.runFolder, context),
    payableText(report, context),
    acceptedText(report, context),
    '\n',
    figuresTable(report, context),
    limitsText(report.limits, context),
    heldText(report, context),
    findingTable(report.findings.slice(0, FIRST_FINDINGS), context),
    accountSummary(report, context),
    budgetSummary(report, context),
    nextStep(report, context),
    heading({ nb: '--- Største endringer ---', en: '--- Largest changes ---' }),
    changeLines(report.changes, context),
    heading({ nb: '--- Alle merknader ---', en: '--- All findings ---' }),
    findingTable(report.findings, context),
    heading({ nb: '--- Mottakernes kontoer ---', en: '--- Accounts of recipients ---' }),
    accountLines(report.accounts, context),
    heading({ nb: '--- Budsjett ---', en: '--- Budget ---' }),
    budgetText(report.budget, undefined, context),
  ].join('');
}

function titleText({ batch, rehearsal, manifestSha256 }: PreviewReport, context: CliContext): string {
  const mark = rehearsal ? say(context, { nb: 'ØVELSE ', en: 'REHEARSAL ' }) : '';
  const { runId, grantYear, term, asOf, actor, state, supplementNumber } = batch;
  const supplement = supplementNumber === 0 ? '' : ` (${supplementNumber})`;
  return say(context, {
    nb: `${mark}${runId}${supplement}: tilskuddsår ${grantYear}, termin ${term}, per ${asOf}, kjørt av ${actor}, ${stateWord(state, 'nb')}\nManifest ${manifestSha256}\n`,
    en: `${mark}${runId}${supplement}: grant year ${grantYear}, term ${term}, as of ${asOf}, run by ${actor}, ${stateWord(state, 'en')}\nManifest ${manifestSha256}\n`,
  });
}

function stateWord(state: PreviewReport['batch']['state'], language: 'nb' | 'en'): string {
  const words = {
    draft: 'utkast',
    posted: 'bokført',
    superseded: 'erstattet',
    withdrawn: 'trukket',
    annulled: 'annullert',
  };
  return language === 'nb' ? words[state] : state;
}

function payableText({ batch, limits, rehearsal, payees }: PreviewReport, context: CliContext): string {
  if (batch.state !== 'draft') return endedText(batch, context);
  if (batch.blockers.length > 0) {
    const blocked = batch.blockers.map(({ name, status }) =>
      status === '' ? name : `${name} (${explainWord(status, context.language)})`,
    );
    const head = say(context, {
      nb: `KAN IKKE UTBETALES: ${blocked.join(', ')}`,
      en: `NOT PAYABLE: ${blocked.join(', ')}`,
    });
    return `${[head, ...blockerLines(batch.blockers, context)].join('\n')}\n`;
  }
  if (limits.some(({ breached }) => breached)) {
    return say(context, {
      nb: 'Kan utbetales, men bryter en grense: godkjenning krever --reason.\n',
      en: 'Payable, but beyond a limit: approval wants --reason.\n',
    });
  }
  if (rehearsal) return say(context, { nb: 'Øvelse: utbetales aldri.\n', en: 'A rehearsal: never paid.\n' });
  if (payees.length > 0) {
    return say(context, {
      nb: 'Kan godkjennes, men ikke alle kan få pengene:\n',
      en: 'Can be approved, but not everybody can be paid:\n',
    });
  }
  return say(context, { nb: 'Kan utbetales.\n', en: 'Payable.\n' });
}

/** What became of a batch that is no draft any more: nothing is left to approve. */
function endedText({ state, supersededBy, approvals }: PreviewReport['batch'], context: CliContext): string {
  const approver = approvals.find(({ role }) => role === 'approver');
  const by = approver === undefined ? '' : say(context, { nb: ` av ${approver.actor}`, en: ` by ${approver.actor}` });
  const on = approver === undefined ? '' : ` ${approver.at.slice(0, 10)}`;
  switch (state) {
    case 'posted':
      return say(context, { nb: `Godkjent og bokført${by}${on}.\n`, en: `Approved and posted${by}${on}.\n` });
    case 'annulled':
      return say(context, {
        nb: `ANNULLERT: bokført${by}${on}, teller ikke lenger.\n`,
        en: `ANNULLED: posted${by}${on}, it no longer counts.\n`,
      });
    case 'superseded':
      return say(context, {
        nb: `ERSTATTET av ${supersededBy}: kan ikke godkjennes.\n`,
        en: `SUPERSEDED by ${supersededBy}: it cannot be approved.\n`,
      });
    default:
      return say(context, {
        nb: 'TRUKKET TILBAKE: kan ikke godkjennes.\n',
        en: 'WITHDRAWN: it cannot be approved.\n',
      });
  }
}

/** What is wrong with those who are paid, what was accepted, and in a rehearsal what a real ledger would want accepted. */
function acceptedText({ batch, rehearsal, wanted, payees }: PreviewReport, context: CliContext): string {
  const lines = [
    ...payeeLines(payees, context),
    ...acceptedLines(batch.accepted, context),
    ...(rehearsal ? rehearsalLines(wanted, context) : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function figuresTable({ batch, figures, lastTerm, lastYear }: PreviewReport, context: CliContext): string {
  const named = [
    { name: `${batch.grantYear} T${batch.term}`, figures, heldNok: batch.heldNok },
    ...[lastTerm, lastYear].flatMap((past) =>
      past === undefined
        ? []
        : [{ name: `${past.batch.grantYear} T${past.batch.term}`, figures: past.figures, heldNok: past.batch.heldNok }],
    ),
  ];
  const row = (text: { nb: string; en: string }, value: (figures: BatchFigures) => string): string[] => [
    say(context, text),
    ...named.map((one) => value(one.figures)),
  ];
  const rows = [
    row({ nb: 'personer', en: 'persons' }, ({ persons }) => formatWhole(persons)),
    row({ nb: 'linjer', en: 'lines' }, ({ lines }) => formatWhole(lines)),
    row({ nb: 'brutto', en: 'gross' }, ({ grossNok }) => formatKroner(grossNok)),
    row({ nb: 'korreksjoner', en: 'corrections' }, ({ correctionsNok }) => formatKroner(correctionsNok)),
    row({ nb: 'netto', en: 'net' }, ({ netNok }) => formatKroner(netNok)),
    row({ nb: 'utbetales', en: 'paid' }, ({ paidNok }) => formatKroner(paidNok)),
    row({ nb: 'mest til én', en: 'most to one' }, ({ largest }) =>
      largest.paidNok === 0 ? '-' : `${recipientText(largest.recipient)} ${formatKroner(largest.paidNok)}`,
    ),
    [say(context, { nb: 'holdt tilbake', en: 'held' }), ...named.map(({ heldNok }) => formatKroner(heldNok))],
  ];
  const none = say(context, {
    nb: 'Samme termin i fjor er ikke bokført her.\n',
    en: 'The same term last year is not posted here.\n',
  });
  return `${textTable(['', ...named.map(({ name }) => name)], `l${'r'.repeat(named.length)}`, rows)}${lastYear ? '' : none}`;
}

function limitsText(limits: readonly LimitCheck[], context: CliContext): string {
  return limits
    .map(({ name, limit, value, breached }) => {
      const mark = breached ? say(context, { nb: 'BRUTT', en: 'BREACHED' }) : 'ok';
      return `limits.${name}: ${value === undefined ? '-' : formatWhole(value)} / ${formatWhole(limit)} ${mark}\n`;
    })
    .join('');
}

function heldText({ held }: PreviewReport, context: CliContext): string {
  if (held.length === 0) return say(context, { nb: 'Ingenting er holdt tilbake.\n', en: 'Nothing is held.\n' });
  const words = say(context, { nb: 'holdt tilbake fordi|rader|kroner', en: 'held because|rows|kroner' });
  const rows = held.map(({ reason, rows: count, amountNok }) => [
    explainWord(reason, context.language),
    formatWhole(count),
    formatKroner(amountNok),
  ]);
  return `\n${textTable(words.split('|'), 'lrr', rows)}\n`;
}

function accountSummary({ accounts, payees }: PreviewReport, context: CliContext): string {
  const count = (kind: string): number => accounts.filter((change) => change.kind === kind).length;
  const text = {
    nb: '\nKontoer: {changed|nytt nummer|nye numre}, {added|ny mottaker|nye mottakere}, {failing} betales til en konto som ikke stemmer med kontrollsifferet, {missing} betales uten konto\n',
    en: '\nAccounts: {changed} changed, {added|new recipient|new recipients}, {failing} paid to an account that fails its check, {missing} paid without one\n',
  };
  const failing = payees.find(({ kind }) => kind === 'account_check')?.recipientIds.length ?? 0;
  const counts = { changed: count('account'), added: count('new_recipient'), missing: count('missing') };
  return say(context, text, { ...counts, failing });
}

function budgetSummary({ budget }: PreviewReport, context: CliContext): string {
  const { budgetYear: year, paidNok, orderedNok, thisBatchNok, dueLaterNok, remainingNok } = budget;
  const [paid, ordered, batch, later] = [paidNok, orderedNok, thisBatchNok, dueLaterNok].map(formatKroner);
  const left = remainingNok === undefined ? '' : formatKroner(remainingNok);
  return say(context, {
    nb: `Budsjett ${year}: betalt ${paid}, bestilt ${ordered}, denne kjøringen ${batch}, senere ${later}${left === '' ? '' : `, igjen ${left}`}\n`,
    en: `Budget ${year}: paid ${paid}, ordered ${ordered}, this batch ${batch}, later ${later}${left === '' ? '' : `, remaining ${left}`}\n`,
  });
}

function nextStep({ batch, limits, next }: PreviewReport, context: CliContext): string {
  if (batch.state !== 'draft' || batch.blockers.length > 0) return '';
  const wantsReason = next.command === 'approve' && limits.some(({ breached }) => breached);
  return `${nextActText(batch.runId, next, context, wantsReason ? ' --reason "..."' : '')}\n`;
}
