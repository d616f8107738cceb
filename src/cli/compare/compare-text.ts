import {
  type Compared,
  effectCells,
  lineCells,
  type PersonCompared,
  recipientName,
  recipientText,
  type SizeCase,
  type SizesCompared,
  sumOfEffects,
  sumsByComponent,
  whyWords,
} from '../../app';
import { formatDay, formatWhole, NO_RECIPIENT } from '../../domain';
import { analysisReportText } from '../answers/analysis-report';
import { leftOutText } from '../answers/left-out';
import { type CliContext, say } from '../context';
import { folderReadText } from '../folder-read';
import { percentText } from '../percent-text';
import { lawText } from '../scenario/law-text';
import { type Cell, table, tableUnder } from '../view';

/** A comparison for people. */
export function compareText(compared: Compared, context: CliContext): string {
  switch (compared.kind) {
    case 'size':
      return sizesText(compared, context);
    case 'lines':
      return linesText(compared, context);
    case 'person':
      return [...lawsText(compared.comparison, context), personText(compared.compared, context)].join('\n');
    case 'batches':
      return batchesText(compared, context);
  }
}

/** The country by component, who gains and loses, and how the change is spread. */
function sizesText(compared: SizesCompared, context: CliContext): string {
  const { a, b, total, distribution, leftOut, persons } = compared.comparison;
  const head = [say(context, 'compare.component'), ...say(context, 'compare.columns_population').split('|')];
  const rows = [
    ...compared.components.map((row) => [row.component, ...effectCells(row)]),
    [say(context, 'common.all'), ...effectCells(total)],
  ];
  const bands = distribution.bands
    .filter(({ count }) => count > 0)
    .map(({ fromPercent, toPercent, count, sumNok }) => {
      const [from, to] = [fromPercent, toPercent].map((percent) => (percent === null ? '' : formatWhole(percent)));
      return [`${from?.padStart(3)} .. ${to} %`, count, sumNok];
    });
  return [
    sideLine('A', a, persons.a, context),
    sideLine('B', b, persons.b, context),
    ...lawsText(compared.comparison, context),
    leftOutText(leftOut.a, context, 'A  ') + leftOutText(leftOut.b, context, 'B  '),
    tableUnder(head, 'ckddddkd', rows, context),
    say(context, 'compare.order'),
    whyText(compared, context),
    otherOrderText(compared, head, context),
    winnersAndLosers(compared, context),
    bands.length === 0 ? '' : table(context, 'compare.columns_change', 'lrd', bands),
    ...(compared.report === undefined ? [] : [analysisReportText(compared.report, context)]),
  ].join('\n');
}

/** What persons did, what each provision and each rate does; nothing where nothing differs. */
function whyText({ comparison }: SizesCompared, context: CliContext): string {
  const { sums } = comparison.why();
  if (sums.length === 0) return '';
  const rows = sums.map((sum): Cell[] => {
    return [...whyWords(sum, context.language), sum.component, sum.amountNok, sum.persons];
  });
  return table(context, 'compare.columns_why', 'llcdn', rows);
}

/** The same difference where rates are taken first and persons last. */
function otherOrderText({ comparison }: SizesCompared, head: readonly string[], context: CliContext): string {
  const components = sumsByComponent(comparison.otherOrder());
  const total = sumOfEffects(components);
  const rows = [
    ...components.map((row) => [row.component, ...effectCells(row)]),
    [say(context, 'common.all'), ...effectCells(total)],
  ];
  return `${say(context, 'compare.other_order')}${tableUnder(head, 'ckddddkd', rows, context)}`;
}

/** What the laws of the sides say otherwise than those of their years. */
function lawsText({ a, b }: SizesCompared['comparison'], context: CliContext): string[] {
  return [lawText(a, context, 'A  '), lawText(b, context, 'B  ')].filter((law) => law !== '');
}

function sideLine(
  letter: string,
  { label, grantYear, term, asOf, folder }: SizeCase,
  persons: number,
  context: CliContext,
): string {
  const read = folder === undefined ? '' : `\n   ${folderReadText(folder, context).trimEnd()}`;
  const side = { letter, label, grantYear, term, asOf: formatDay(asOf), persons };
  return say(context, term === 4 ? 'compare.side' : 'compare.side_at_term', side) + read;
}

function winnersAndLosers({ comparison, nameOf }: SizesCompared, context: CliContext): string {
  const { winners, losers, unchanged } = comparison.distribution;
  const counts = { winners: winners.count, losers: losers.count, unchanged };
  const sums = { wonNok: winners.sumNok, lostNok: losers.sumNok };
  const summary = say(context, 'compare.gains_and_losses', { ...counts, ...sums }) + heldText(comparison, context);
  const rows = [...comparison.winners, ...comparison.losers.toReversed()].map(({ recipient, aNok, bNok }) => {
    const percent = percentText(bNok - aNok, aNok, context.language);
    return [recipientName(recipient, context.language), nameOf(recipient), aNok, bNok, bNok - aNok, percent];
  });
  if (rows.length === 0) return `${summary}\n`;
  return `${summary}\n\n${table(context, 'compare.columns_recipient', 'llkkdr', rows)}`;
}

/** What neither gains nor loses: kroner that no recipient is known for. */
function heldText({ recipients }: SizesCompared['comparison'], context: CliContext): string {
  const held = recipients.find(({ recipient }) => recipient === NO_RECIPIENT);
  return held === undefined ? '' : ` ${say(context, 'compare.held', { aNok: held.aNok, bNok: held.bNok })}`;
}

/** Sums by component and for all. */
function linesText({ comparison, sums }: Extract<Compared, { kind: 'lines' }>, context: CliContext): string {
  const rows = sums.map((sum) => [
    sum.component === 'all' ? say(context, 'common.all') : sum.component,
    ...lineCells(sum),
  ]);
  const side = ({ label, folder }: SizeCase): string =>
    folder === undefined ? label : `${label}\n   ${folderReadText(folder, context).trimEnd()}`;
  const sides = `A  ${side(comparison.a)}\nB  ${side(comparison.b)}\n\n`;
  return sides + table(context, 'compare.columns_component', 'ckdddddk', rows);
}

/** A person's way from A to B, step by step. */
function personText({ person, isProtected, steps }: PersonCompared, context: CliContext): string {
  if (isProtected) return `${person}\n\n${say(context, 'compare.person_protected_address')}`;
  const names = say(context, 'compare.columns_population_one').split('|');
  const rows = steps.flatMap((step, index): Cell[][] => {
    const first = [names[index], step.amountNok, index === 0 ? '' : step.changeNok];
    if (step.shares.length === 0) return [[...first, step.stands ? '-' : say(context, 'compare.does_not_stand')]];
    return step.shares.map(({ code, recipient, days, amountNok }, line) => {
      const who = recipient === recipientText(NO_RECIPIENT) ? say(context, 'common.held') : recipient;
      return [...(line === 0 ? first : ['', '', '']), code, who, days === 0 ? '' : days, amountNok];
    });
  });
  return `${person}\n\n${table(context, 'compare.columns_step', 'lkdllrk', rows)}`;
}

/** Two batches by their sums. */
function batchesText({ a, b, rows }: Extract<Compared, { kind: 'batches' }>, context: CliContext): string {
  const ended = [a, b].filter(({ posting, state }) => posting === 0 && state !== 'draft');
  const gone = ended.map(({ runId }) => say(context, 'compare.content_draft_ended', { runId }));
  const cells = rows.map(({ grantYear, component, recipient, aNok, bNok }) => {
    return [grantYear, component, recipientText(recipient), aNok, bNok, bNok - aNok];
  });
  return `A  ${a.runId}\nB  ${b.runId}\n${gone.join('')}\n${table(context, 'compare.columns_grant', 'lclkkd', cells)}`;
}
