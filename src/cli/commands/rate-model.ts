import { Decimal } from 'decimal.js';
import { rateModelReport, rateModelTables, withAnalysis } from '../../app';
import { asRecipientCode, formatRecipientCode } from '../../domain';
import { leftOutText } from '../answers/left-out';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { combine, mapped, withDefault } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { rateModelJson, rateModelText } from '../rate-model/rate-model-text';
import { tablesWanted, writeTables } from '../tables/write-tables';

/** `rate-model`: candidate rates for next year from hours and cost (rulebook 8.3). */
export const rateModelCommand = command('rate-model', {
  examples: [
    'norsktilskudd rate-model --extract extracts/2018-T4 --year 2018 --coverage 70 --index 3.1 --out rates-2019',
    'norsktilskudd rate-model --extract extracts/2018-T4 --year 2018 --target 310000000 --index 3.1',
  ],
  input: {
    ...sources.analysis,
    excluded: sources.unseenRates.excluded,
    baseYear: FLAGS.baseYear,
    coverage: combine({ percent: FLAGS.coverage, sumNok: FLAGS.rateTarget }, ({ percent, sumNok }, problems) => {
      if (percent !== undefined && sumNok !== undefined)
        problems.add('FLAGS_EXCLUDE', { flags: '--coverage, --target' });
      if (sumNok !== undefined) return { sumNok };
      if (percent === undefined) problems.missing('--coverage');
      return shareOf(percent ?? '0');
    }),
    costYear: FLAGS.costYear,
    seed: withDefault(FLAGS.bootstrapSeed, 1),
    index: mapped(required(FLAGS.index), shareOf),
    rates: SETTINGS.rates,
    db: sources.db,
    tables: tablesWanted,
  },
  async run({ tables, coverage, index, costYear, seed, ...input }, context) {
    const options = { baseYear: input.baseYear ?? input.grantYear, coverage, index, costYear, seed };
    const report = withAnalysis(input, input, (analysis) => rateModelReport(analysis, options));
    await writeTables(tables, () => rateModelTables(report, codeOf), context);
    return report;
  },
  warnings: ({ warnings }) => warnings,
  json: rateModelJson,
  text: (report, context) => [rateModelText(report, context), leftOutText(report.leftOut, context)].flat(),
});

/** A percentage as an exact share: 70 is 0.7. */
function shareOf(percent: string): Decimal {
  return new Decimal(percent.replace(',', '.')).div(100);
}

function codeOf(kommune: number): string {
  return formatRecipientCode(asRecipientCode(kommune));
}
