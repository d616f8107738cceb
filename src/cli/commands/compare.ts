import { compareOpening, comparePerson, executeCompare, parseSide, withSizingTools } from '../../app';
import { tellOpeningComparison } from '../compare/compare-opening';
import { tellPerson } from '../compare/person-view';
import { tellLines, tellSizes } from '../compare/tell-comparison';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import { text } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { tellProtection } from '../privacy/tell-protection';
import { tellWarnings } from '../tell-warnings';

/** `compare`: two sizings beside each other, the difference split into effects that add up to the krone. */
export const compareCommand = command('compare', {
  examples: [
    'norsktilskudd compare 2018-T3-0123456789ab 2018-T4-0123456789ab',
    'norsktilskudd compare 2018 higher.json --extract extracts/2018-T4 --out compared/',
    'norsktilskudd compare extracts/2018-T4@2018 extracts/2019-T4@2019 --rates rates-2019.csv',
  ],
  input: {
    a: argument('side', '<a>', text),
    b: argument('otherSide', '<b>', text),
    ...sources.sizing,
    measure: FLAGS.measure,
    person: FLAGS.person,
    out: FLAGS.outFolder,
    as: SETTINGS.as,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  run: ({ a, b, measure, person, out, ...input }, context) =>
    withSizingTools(input, input, async (tools) => {
      const { cwd } = context.terminal;
      const opening = compareOpening(a, b, tools.installation.db);
      if (opening !== undefined) {
        tellOpeningComparison(opening, out, context);
        return;
      }
      const [one, other] = [parseSide(a, tools, cwd), parseSide(b, tools, cwd)];
      const comparison = executeCompare(one.size, other.size, tools);
      tellProtection(tools.shelf.protection, context);
      tellWarnings(comparison.warnings, context);
      if (person !== undefined) {
        tellPerson(comparePerson(comparison, person.revealNumber(), tools), comparison, context);
      } else if (measure === 'lines') tellLines(one, other, comparison, out, tools, context);
      else await tellSizes(comparison, out, tools, context);
    }),
});
