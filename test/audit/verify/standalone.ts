interface Verifier {
  readonly main: (argv: readonly string[]) => number;
}
const run: Verifier = require('../../../bin/verify-run.cjs');
const trace: Verifier = require('../../../bin/verify-trace.cjs');
const figures: Verifier = require('../../../bin/verify-figures.cjs');
const approval: Verifier = require('../../../bin/verify-approval.cjs');
const sample: Verifier = require('../../../bin/verify-sample.cjs');

/** What a verifier that stands alone said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The verifiers that stand alone, each with the flags that are for it, called in this process; what they say is kept. */
export function standalone(...argv: readonly string[]): Said {
  const said = [
    called(run, without(argv, '--key', '--journal', '--head')),
    called(trace, without(argv, '--manifest', '--journal', '--head')),
    called(figures, without(argv, '--key', '--manifest', '--journal', '--head')),
    called(approval, without(argv, '--key', '--manifest')),
  ];
  return {
    code: Math.max(...said.map(({ code }) => code)),
    out: said.map(({ out }) => out).join('\n'),
    err: said
      .map(({ err }) => err)
      .filter((text) => text !== '')
      .join('\n'),
  };
}

/** Codes of all that the verifiers found wrong, each once; what is only counted (VERIFY_MORE) is left out. */
export function reportedCodes(err: string): string[] {
  const codes = Array.from(err.matchAll(/ \[([A-Z_]+)\]$/gm), ([, code = '']) => code);
  return [...new Set(codes)].filter((code) => code !== 'VERIFY_MORE').sort();
}

/** Only bin/verify-run.cjs. */
export function runVerifier(...argv: readonly string[]): Said {
  return called(run, argv);
}

/** Only bin/verify-trace.cjs. */
export function traceVerifier(...argv: readonly string[]): Said {
  return called(trace, argv);
}

/** Only bin/verify-figures.cjs. */
export function figuresVerifier(...argv: readonly string[]): Said {
  return called(figures, argv);
}

/** Only bin/verify-approval.cjs. */
export function approvalVerifier(...argv: readonly string[]): Said {
  return called(approval, argv);
}

/** Only bin/verify-sample.cjs. */
export function sampleVerifier(...argv: readonly string[]): Said {
  return called(sample, argv);
}

/** Arguments without some flags and their values. */
function without(argv: readonly string[], ...flags: readonly string[]): string[] {
  return argv.filter((word, place) => !flags.includes(word) && !flags.includes(argv[place - 1] ?? ''));
}

function called(verifier: Verifier, argv: readonly string[]): Said {
  const said: string[] = [];
  const complained: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((text) => void said.push(String(text)));
  const error = jest.spyOn(console, 'error').mockImplementation((text) => void complained.push(String(text)));
  try {
    const code = verifier.main(argv);
    return { code, out: said.join('\n'), err: complained.join('\n') };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}
