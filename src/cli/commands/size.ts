import { refuseNoLedger, sizeMicro, sizeReport, sizeTables, withAnalysis } from '../../app';
import { pathExists } from '../../effects';
import { command } from '../declare/command';
import { isGiven } from '../declare/flag';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { tellProtection } from '../privacy/tell-protection';
import { sizeReportJson } from '../size/size-report-json';
import { sizeReportText } from '../size/size-report-text';
import { refuseMicroWithoutTables, tablesWanted, writeTables } from '../tables/write-tables';

/** `size`: what a grant year comes to, against the appropriation and the budget year (rulebook 8.1). */
export const sizeCommand = command('size', {
  examples: [
    'norsktilskudd size --extract extracts/2018-T4 --year 2018 --appropriation 815000000 --db norsktilskudd.db',
    'norsktilskudd size --extract extracts/2018-T2 --year 2018 --forecast --rates rates-2019.csv --out size-2018',
  ],
  input: {
    ...sources.analysis,
    rates: SETTINGS.rates,
    excluded: sources.excluded,
    appropriationNok: SETTINGS.appropriation,
    budgetYear: FLAGS.budgetYear,
    forecast: FLAGS.forecast,
    earlier: FLAGS.earlier,
    db: sources.db,
    isLedgerNamed: isGiven(SETTINGS.db),
    micro: FLAGS.micro,
    as: SETTINGS.as,
    pseudonymKeyFile: sources.pseudonymKeyFile,
    tables: tablesWanted,
  },
  async run({ tables, micro, appropriationNok, ...input }, context) {
    const { db, grantYear, budgetYear = grantYear } = input;
    // A ledger that is named must be there; without one there is simply nothing paid to show.
    const ledgerFile = input.isLedgerNamed || pathExists(db) ? db : undefined;
    // Before anything is read or stored: a ledger that is not there leaves nothing behind.
    if (ledgerFile !== undefined) refuseNoLedger(ledgerFile);
    const forecast = input.forecast || input.earlier !== undefined;
    const options = { appropriationNok, budgetYear, ledgerFile, forecast };
    refuseMicroWithoutTables(micro, tables);
    const [report, persons] = withAnalysis(input, input, (analysis) => {
      if (micro) tellProtection(analysis.protection, context);
      const sized = sizeReport(analysis, options);
      return [sized, micro ? sizeMicro(analysis, sized, input) : undefined] as const;
    });
    await writeTables(tables, () => sizeTables(report, persons), context);
    return report;
  },
  warnings: ({ warnings }) => warnings,
  json: sizeReportJson,
  text: sizeReportText,
});
