import { impactReport, type SizingTools, withSizingTools } from '../../app';
import { cutOffDate } from '../../engine';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import * as sources from '../flags/sources';
import { impactJson, impactText } from '../impact/impact-report';

/** `impact`: how many kroner another answer to each open question would move, so that the dearest is settled first. */
export const impactCommand = command('impact', {
  examples: ['norsktilskudd impact --extract extracts/2018-T4 --year 2018'],
  input: { ...sources.sizing, ...sources.unseenActor },
  run: (input, context) => withSizingTools(input, input, (tools) => tell(tools, context)),
});

function tell(tools: SizingTools, context: CliContext): void {
  const { places, assumptions } = tools.defaults.rules;
  const report = impactReport(tools);
  const lastDay = cutOffDate(report.size.grantYear, 4);
  context.terminal.out(
    context.json ? impactJson(report) : impactText(report, assumptions.assumptions, places, lastDay, context),
  );
}
