import { Decimal } from 'decimal.js';
import { writeRateModelFiles } from '../../app/rate-model/rate-model-files';
import { type RateModelReport, rateModelReport } from '../../app/rate-model/rate-model-report';
import { asRecipientCode, formatDay, formatRecipientCode, rateCell } from '../../domain';
import { type AnalysisFlags, analyse } from '../analysis/open-analysis';
import type { CommandModule } from '../command-table';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import type { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { rateModelText } from '../rate-model/rate-model-text';
import { REGISTER_FLAGS } from '../register/register-flags';
import { tellWarnings } from '../tell-warnings';

interface RateModelFlags extends AnalysisFlags {
  readonly baseYear?: string;
  readonly coverage?: string;
  readonly index?: string;
}

/** `rate-model`: candidate rates for next year from hours and cost (rulebook 8.3). */
export const rateModelCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Satskandidater for neste år ut fra timer, kostnad, dekning og prisvekst. Et anslag som aldri kan betales.',
          en: 'Candidate rates for next year from hours, cost, coverage and price growth. An estimate that is never payable.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd rate-model --extract extracts/2018-T4 --year 2018 --coverage 70 --index 3.1 --out rates-2019',
        ]),
      )
      .action((flags: RateModelFlags) => rateModel(flags, context));
    const own = ['baseYear', 'coverage', 'index', 'rates'] as const;
    addFlags(command, context, ...REGISTER_FLAGS, ...own, 'db', 'tablesOut', 'json');
  },
};

function rateModel(flags: RateModelFlags, context: CliContext): void {
  const { report, out } = analyse(flags, context, (reader, request) => {
    const options = {
      baseYear: flags.baseYear === undefined ? request.grantYear : reader.year('--base-year', flags.baseYear),
      coverage: shareOf('--coverage', flags.coverage, /^\d{1,3}([.,]\d{1,6})?$/, reader),
      index: shareOf('--index', flags.index, /^-?\d{1,3}([.,]\d{1,6})?$/, reader),
    };
    return (analysis) => rateModelReport(analysis, options);
  });
  tellWarnings(report.warnings, context);
  if (out !== undefined) writeRateModelFiles(out, report, codeOf);
  context.terminal.out(context.json ? rateModelJson(report) : rateModelText(report, context));
}

/** A percentage as an exact share: 70 is 0.7. */
function shareOf(flag: string, value: string | undefined, pattern: RegExp, reader: FlagReader): Decimal {
  const text = reader.required(flag, value);
  if (text !== '' && !pattern.test(text)) reader.problem('FLAG_BAD_VALUE', { flag, value: text, expected: '3.1' });
  return pattern.test(text) ? new Decimal(text.replace(',', '.')).div(100) : new Decimal(0);
}

function codeOf(kommune: number): string {
  return formatRecipientCode(asRecipientCode(kommune));
}

function rateModelJson(report: RateModelReport): string {
  const { input } = report;
  return `${JSON.stringify({
    year: report.grantYear,
    rates_year: report.grantYear + 1,
    as_of: formatDay(report.asOf),
    snapshot: report.snapshot,
    base_year: report.baseYear,
    coverage: input.coverage.toString(),
    index: input.index.toString(),
    sample: {
      kommuner: report.data.sample.length,
      cost_nok: input.sample.costNok,
      hours_hundredths: input.sample.hoursHundredths,
    },
    rates: report.rates.map((rate) => ({
      cell: rateCell(rate.key, rate.grantYear, rate.rateClass),
      value: rate.valueNok,
      status: rate.status,
      note: rate.note,
    })),
    warnings: report.warnings,
    national: report.nationalNok,
    sensitivity: report.sensitivity.map((row) => ({
      factor: row.factor,
      change: row.change.toString(),
      rates: row.candidates.map(({ yearNumber, highNok, lowNok }) => ({
        year_number: yearNumber,
        high: highNok,
        low: lowNok,
      })),
      national: row.nationalNok,
      difference: row.differenceNok,
    })),
  })}\n`;
}
