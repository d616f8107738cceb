import { whileStepping } from '../../src/cli/step-display';
import { memoryTerminal } from '../../src/cli/terminal';

async function shown(errIsTty: boolean): Promise<string> {
  const terminal = { ...memoryTerminal('.'), errIsTty };
  const context = { terminal, language: 'en' as const, commandName: '', exitCode: 0, json: false, red: String };
  await whileStepping(context, async (show) => {
    show('payout.step.plan', 0, 2);
    show('payout.step.check', 1, 2);
  });
  return terminal.errText();
}

test('a bar of the parts of long work is shown on a terminal, and nothing of it stays', async () => {
  const text = await shown(true);
  expect(text).toContain('[....................] Who is paid');
  expect(text).toContain('[##########..........] Reading back');
  expect(text.endsWith(`\r${' '.repeat(78)}\r`)).toBe(true);
  expect(await shown(false)).toBe('');
});
