import { addEffects, type Band, type Effects, NO_EFFECTS } from '../../analysis';
import { type Comparison, recipientText, type SizeCase } from '../../app';
import { asRecipientCode, COMPONENTS, formatDay, formatKroner, NO_RECIPIENT, type PlaceRegister } from '../../domain';
import { cutOffDate } from '../../engine';
import { type CliContext, say } from '../context';
import { folderReadText } from '../folder-read';
import { percentText, withSign } from '../percent-text';
import { componentName, recipientName } from '../table-words';
import { textTable } from '../text-table';
import { effectCells, effectWords } from './compare-tables';

/** The comparison for people: the country by component, who gains and loses, and how the change is spread. */
export function compareReportText(comparison: Comparison, places: PlaceRegister, context: CliContext): string {
  const { a, b, total } = comparison;
  const head = say(context, 'compare.component');
  const rows = componentSums(comparison).map(([name, effects]) => [
    componentName(name, context),
    ...effectTexts(effects),
  ]);
  rows.push([say(context, 'common.all'), ...effectTexts(total)]);
  return [
    sideLine('A', a, context),
    sideLine('B', b, context),
    '',
    textTable([head, ...effectWords(context)], `l${'r'.repeat(7)}`, rows),
    winnersAndLosers(comparison, places, context),
    bandTable(comparison.distribution.bands, context),
  ].join('\n');
}

/** The comparison for programs. */
export function compareReportJson(comparison: Comparison): string {
  const { a, b, total, rows, distribution } = comparison;
  const side = ({ label, grantYear, asOf, folder }: SizeCase) => ({
    label,
    grant_year: grantYear,
    as_of: formatDay(asOf),
    ...(folder === undefined ? {} : { folder }),
  });
  return `${JSON.stringify({
    measure: 'size',
    warnings: comparison.warnings,
    a: side(a),
    b: side(b),
    total: effectsJson(total),
    components: componentSums(comparison).map(([component, effects]) => ({ component, ...effectsJson(effects) })),
    recipients: rows.map((row) => ({
      recipient_id: recipientText(row.recipient),
      component: row.component,
      ...effectsJson(row),
    })),
    distribution: {
      winners: { count: distribution.winners.count, sum: distribution.winners.sumNok },
      losers: { count: distribution.losers.count, sum: distribution.losers.sumNok },
      unchanged: distribution.unchanged,
      bands: distribution.bands.map(({ fromPercent, toPercent, count, sumNok }) => ({
        from_percent: fromPercent,
        to_percent: toPercent,
        count,
        sum: sumNok,
      })),
    },
  })}\n`;
}

/** Effects by the names of the machine formats. */
function effectsJson(effects: Effects): Record<string, number> {
  const { aNok, populationNok, dataNok, ruleNok, rateNok, bNok } = effects;
  return { a: aNok, population: populationNok, data: dataNok, rule: ruleNok, rate: rateNok, b: bNok };
}

function sideLine(letter: string, { label, grantYear, asOf, folder }: SizeCase, context: CliContext): string {
  const read = folder === undefined ? '' : `\n   ${folderReadText(folder, context).trimEnd()}`;
  const what = say(context, 'compare.side', { letter, label, grantYear, asOf: formatDay(asOf) });
  return `${what}${read}`;
}

function componentSums({ rows }: Comparison): (readonly [string, Effects])[] {
  return COMPONENTS.flatMap((component) => {
    const own = rows.filter((row) => row.component === component);
    return own.length === 0 ? [] : [[component, own.reduce<Effects>(addEffects, NO_EFFECTS)] as const];
  });
}

/** Sides as kroner, differences with a sign. */
function effectTexts(effects: Effects): string[] {
  return effectCells(effects).map((amount, index) =>
    index === 0 || index === 5 ? formatKroner(amount) : withSign(formatKroner(amount), amount),
  );
}

function winnersAndLosers(comparison: Comparison, places: PlaceRegister, context: CliContext): string {
  const { winners, losers, unchanged } = comparison.distribution;
  const text = 'compare.gains_and_losses';
  const counts = { winners: winners.count, losers: losers.count, unchanged };
  const summary = say(context, text, { ...counts, wonNok: winners.sumNok, lostNok: losers.sumNok });
  const reported = [...comparison.winners, ...comparison.losers.toReversed()];
  if (reported.length === 0) return `${summary}\n`;
  const lastDay = cutOffDate(Math.max(comparison.a.grantYear, comparison.b.grantYear), 4);
  const rows = reported.map(({ recipient, aNok, bNok }) => [
    recipientName(recipient, context),
    recipient === NO_RECIPIENT ? '' : places.nameOn(asRecipientCode(recipient), lastDay),
    formatKroner(aNok),
    formatKroner(bNok),
    withSign(formatKroner(bNok - aNok), bNok - aNok),
    percentText(bNok - aNok, aNok, context.language),
  ]);
  const words = say(context, 'compare.columns_recipient');
  return `${summary}\n\n${textTable(words.split('|'), 'llrrrr', rows)}`;
}

function bandTable(bands: readonly Band[], context: CliContext): string {
  const rows = bands
    .filter(({ count }) => count > 0)
    .map(({ fromPercent, toPercent, count, sumNok }) => {
      const from = String(fromPercent ?? '');
      const to = String(toPercent ?? '');
      return [`${from.padStart(3)} .. ${to} %`, String(count), withSign(formatKroner(sumNok), sumNok)];
    });
  if (rows.length === 0) return '';
  const words = say(context, 'compare.columns_change');
  return textTable(words.split('|'), 'lrr', rows);
}
