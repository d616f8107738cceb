import { type Analysis, type AnalysisRequest, leftOutWarnings, withAnalysis } from '../../app';
import type { CliContext } from '../context';
import { tellWarnings } from '../tell-warnings';

/** Opens the register of an analysis, tells what was left out of it, and returns what the work makes of it. */
export function analyse<T>(
  input: AnalysisRequest & Parameters<typeof withAnalysis>[0],
  work: (analysis: Analysis) => T,
  context: CliContext,
): T {
  return withAnalysis(input, input, (analysis) => {
    tellWarnings(leftOutWarnings(analysis.snapshot), context);
    return work(analysis);
  });
}
