import { compareSides } from '../../app';
import { compareJson } from '../compare/compare-json';
import { compareText } from '../compare/compare-text';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import { text } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { tellProtection } from '../privacy/tell-protection';
import { tablesWanted } from '../tables/write-tables';

/** `compare`: two sizings beside each other, the difference split into effects that add up to the krone. */
export const compareCommand = command('compare', {
  examples: [
    'norsktilskudd compare 2018-T3-0123456789ab 2018-T4-0123456789ab',
    'norsktilskudd compare 2018 higher.json --extract extracts/2018-T4 --out compared/',
    'norsktilskudd compare extracts/2018-T4@2018 extracts/2019-T4@2019 --rates rates-2019.csv',
    'norsktilskudd compare 2018 higher.json --extract extracts/2018-T4 --report pages --as kari',
  ],
  input: {
    a: runOf(argument('side', '<a>', text)),
    b: runOf(argument('otherSide', '<b>', text)),
    ...sources.sizing,
    measure: FLAGS.measure,
    person: FLAGS.person,
    tables: tablesWanted,
    report: FLAGS.reportFolder,
    as: SETTINGS.as,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  run: ({ measure, tables, ...input }, context) => {
    const { language, call, json: namesPersons } = context;
    const written = { out: tables?.folder, tableKind: tables?.kind, call };
    const request = {
      ...input,
      ...written,
      cwd: context.terminal.cwd,
      byLines: measure === 'lines',
      namesPersons,
      language,
    };
    return compareSides(input, request, (protection) => tellProtection(protection, context));
  },
  warnings: (compared) => (compared.kind === 'batches' ? [] : compared.comparison.warnings),
  json: compareJson,
  text: compareText,
});
