import { CASE_KINDS, type RunContents } from './contents';
import type { Findings } from './findings';
import type { TableReader, TableReaders } from './read-run';
import { COMPONENT_NAMES, COMPONENTS, codeText, GROUP_NAMES, GROUPS, HELD_REASONS, RATE_CLASSES } from './vocabulary';

const TRACE_ID = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;
const NOBODY = /^$/;
const PERSON = /^(?!0{12})\d{12}$/;
const PSEUDONYM = /^[0-9a-f]{32}$/;
/** A day, or none. */
const DAY = /^(\d{4}-\d{2}-\d{2})?$/;
const REASON = new RegExp(`^(${HELD_REASONS.filter((reason) => reason !== '').join('|')})$`);

/** Rows of the tables of money, each as far as it can be checked by itself (data contract 4). */
export const MONEY_TABLES = {
  'payout_lines.csv': lines,
  'payouts.csv': payouts,
  'held.csv': held,
  'posted_before.csv': posted,
  'balances_before.csv': balances,
  'cases_before.csv': cases,
  'frozen_before.csv': frozen,
  'findings.csv': findingsTable,
  'rejected.csv': rejected,
} satisfies TableReaders;

/** Each line is the difference between what is due and what is posted, numbered in order (rulebook 6). */
function lines(run: RunContents): TableReader {
  const { manifest } = run;
  const { run_id: runId, identity } = manifest;
  let number = 0;
  return {
    take(row) {
      const component = row.place('component', COMPONENT_NAMES);
      const person = row.form('person_ref', COMPONENTS[component]?.isPerKommune ? NOBODY : PERSON);
      const [, leaf, record] = TRACE_ID.exec(row.form('trace_id', TRACE_ID)) ?? [];
      const [basisRecipient, recipient] = [row.recipient('basis_recipient_id'), row.recipient('recipient_id')];
      number += 1;
      if (!row.isGood) return;
      const [due, before, amount] = ['cumulative_due', 'previously_posted', 'amount'].map((name) => row.whole(name));
      const [cumulativeDueNok = 0, previouslyPostedNok = 0, amountNok = 0] = [due, before, amount];
      const grantYear = row.whole('grant_year');
      row.compare('line_id', `${runId}-${number}`);
      // After a gap it goes on from what stands there, so that one dropped line is reported once.
      number = Math.max(number, Number(row.text('line_id').slice(runId.length + 1)) || 0);
      row.compare('run_id', runId);
      const isAdjustment = row.text('reason') === 'adjustment';
      const isRead = grantYear === identity.grant_year || grantYear === identity.grant_year - 1;
      if (isAdjustment && grantYear > identity.grant_year) row.compare('grant_year', `<= ${identity.grant_year}`);
      if (!isAdjustment && !isRead) row.compare('grant_year', `${identity.grant_year - 1} | ${identity.grant_year}`);
      row.compare('term', String(identity.term));
      row.compare('amount', String(cumulativeDueNok - previouslyPostedNok));
      if (amountNok === 0) row.compare('amount', '<> 0');
      const ofYear = grantYear === identity.grant_year ? 'regular' : 'arrears';
      if (!isAdjustment) row.compare('reason', amountNok < 0 ? 'correction' : ofYear);
      row.compare('netting_group', COMPONENTS[component]?.group ?? '');
      run.lines.push({
        ...{
          line: row.line,
          grantYear,
          component,
          code: row.text('code'),
          personId: Number(person),
        },
        ...{ basisRecipient, recipient, annualAmountNok: row.wholeOrNull('annual_amount') ?? -1 },
        ...{ shareNumerator: row.whole('share_numerator'), shareDenominator: row.whole('share_denominator') },
        ...{ cumulativeDueNok, previouslyPostedNok, amountNok },
        ...{ traceLeaf: Number(leaf), traceRecord: Number(record), isAdjustment },
      });
    },
  };
}

/** Netting (rulebook 7): what is above zero is paid under the recipient's own key, what is below is carried out. */
function payouts(run: RunContents): TableReader {
  const { run_id: runId, identity } = run.manifest;
  const { grant_year: year, term, supplement, rehearsal } = identity;
  return {
    take(row) {
      const recipient = row.recipient('recipient_id');
      const group = GROUP_NAMES[row.place('netting_group', GROUP_NAMES)] ?? '';
      if (!row.isGood) return;
      const [linesTotalNok, carriedInNok] = [row.whole('lines_total'), row.whole('carried_in')];
      const netNok = linesTotalNok + carriedInNok;
      const mark = rehearsal ? 'REHEARSAL-' : '';
      const key = `${mark}NT${year}T${term}S${supplement}-${codeText(recipient)}-${GROUPS.find(({ name }) => name === group)?.mark}`;
      row.compare('run_id', runId);
      row.compare('term', String(term));
      if (carriedInNok > 0) row.compare('carried_in', '<= 0');
      row.compare('paid', String(Math.max(netNok, 0)));
      row.compare('carried_out', String(Math.min(netNok, 0)));
      row.compare('payment_ref', row.whole('paid') > 0 ? key : '');
      run.payouts.push({
        ...{ line: row.line, recipient, group, linesTotalNok, carriedInNok },
        ...{ paidNok: row.whole('paid'), carriedOutNok: row.whole('carried_out'), paymentRef: row.text('payment_ref') },
        ...{ recipientName: row.text('recipient_name'), orgNumber: row.text('org_number') },
        accountNumber: row.text('account_number'),
      });
    },
  };
}

function held(run: RunContents): TableReader {
  return {
    take(row) {
      const component = row.place('component', COMPONENT_NAMES);
      const personRef = row.form('person_ref', COMPONENTS[component]?.isPerKommune ? NOBODY : PERSON);
      const reason = row.form('reason', REASON);
      if (!row.isGood) return;
      const [annualAmountNok, heldAmountNok] = [row.wholeOrNull('annual_amount'), row.wholeOrNull('held_amount')];
      const what = { line: row.line, grantYear: row.whole('grant_year'), component, personRef, reason };
      run.held.push({ ...what, annualAmountNok, heldAmountNok });
    },
  };
}

function posted(run: RunContents): TableReader {
  return {
    take(row) {
      const component = row.place('component', COMPONENT_NAMES);
      const personRef = row.form('person_ref', COMPONENTS[component]?.isPerKommune ? NOBODY : PSEUDONYM);
      const basisRecipient = row.recipient('basis_recipient_id');
      if (!row.isGood) return;
      const [grantYear, amountNok, codeOrder] = [row.whole('grant_year'), row.whole('amount'), row.whole('code_order')];
      const what = { line: row.line, personRef, grantYear, component, basisRecipient };
      run.posted.push({ ...what, amountNok, code: row.text('code'), codeOrder });
    },
  };
}

/** A balance is owed: below 0. */
function balances(run: RunContents): TableReader {
  return {
    take(row) {
      const recipient = row.recipient('recipient_id');
      const group = GROUP_NAMES[row.place('netting_group', GROUP_NAMES)] ?? '';
      if (!row.isGood) return;
      const balanceNok = row.whole('balance');
      if (balanceNok >= 0) row.compare('balance', '< 0');
      run.balances.push({ line: row.line, recipient, group, balanceNok });
    },
  };
}

/** Acts of cases in force, in the order in which they were confirmed. */
function cases(run: RunContents): TableReader {
  return {
    take(row) {
      const kind = CASE_KINDS[row.place('kind', CASE_KINDS)];
      const personRef = row.form('person_ref', /^([0-9a-f]{32})?$/);
      const codeOf = (column: string): number => (row.text(column) === '' ? 0 : row.recipient(column));
      const codes = { recipient: codeOf('recipient_id'), basisRecipient: codeOf('basis_recipient_id') };
      const days = { fromDay: row.form('from_date', DAY), toDay: row.form('to_date', DAY) };
      const component = row.text('component') === '' ? '' : COMPONENT_NAMES[row.place('component', COMPONENT_NAMES)];
      if (!row.isGood || kind === undefined || component === undefined) return;
      const [order, act, caseNumber] = [row.whole('order'), row.whole('act'), row.whole('case_number')];
      const what = { line: row.line, order, act, caseNumber, kind, component, personRef, ...codes, ...days };
      const amounts = { grantYear: row.whole('grant_year'), amount: row.whole('amount'), code: row.text('code') };
      run.cases.push({ ...what, ...amounts, table: row.text('table'), key: row.text('key'), row: row.text('row') });
    },
  };
}

/** Grants that were frozen without being posted. */
function frozen(run: RunContents): TableReader {
  return {
    take(row) {
      const component = COMPONENT_NAMES[row.place('component', COMPONENT_NAMES)] ?? '';
      const basisRecipient = row.recipient('basis_recipient_id');
      const rateClass = row.place('rate_class', RATE_CLASSES);
      const reason = row.form('reason', REASON);
      if (!row.isGood) return;
      const figures = { persons: row.whole('persons'), amountNok: row.whole('amount') };
      const what = { line: row.line, grantYear: row.whole('grant_year'), component, basisRecipient, rateClass, reason };
      run.frozen.push({ ...what, ...figures });
    },
  };
}

/** Findings by severity; their texts follow from the extract alone. */
function findingsTable({ manifest }: RunContents, findings: Findings): TableReader {
  const counts = { error: 0, warning: 0, info: 0 };
  const names = ['error', 'warning', 'info'] as const;
  return {
    take(row) {
      const name = names[row.place('severity', names)];
      if (row.isGood && name) counts[name] += 1;
    },
    finish() {
      for (const name of names) {
        findings.figure(`counts.findings.${name}`, 'findings.csv', counts[name], manifest.counts.findings[name]);
      }
    },
  };
}

/** A rejected row counts once, whatever its number of reasons. */
function rejected({ manifest }: RunContents, findings: Findings): TableReader {
  let [rows, before] = [0, ''];
  return {
    take(row) {
      const place = `${row.text('file')} ${row.text('line')}`;
      if (row.text('line') !== '' && place !== before) rows += 1;
      before = place;
    },
    finish() {
      findings.figure('counts.rejected_rows', 'rejected.csv', rows, manifest.counts.rejected_rows);
    },
  };
}
