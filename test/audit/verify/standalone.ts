/** The verifier that stands alone, called in this process; what it says is kept. */
const { main }: { main: (argv: readonly string[]) => number } = require('../../../bin/verify-run.cjs');

export function standalone(...argv: readonly string[]): { code: number; out: string; err: string } {
  const said: string[] = [];
  const complained: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((text) => void said.push(String(text)));
  const error = jest.spyOn(console, 'error').mockImplementation((text) => void complained.push(String(text)));
  try {
    const code = main(argv);
    return { code, out: said.join('\n'), err: complained.join('\n') };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}
