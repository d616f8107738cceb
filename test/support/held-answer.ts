import { z } from 'zod';
import { answerSchemas } from '../../src/cli/answers/answer-schemas';
import { explanationSchema } from './explanation-schema';

/** Commands that are nothing but others. */
const GROUPS = ['case', 'claim', 'keys', 'ledger', 'letters', 'lists', 'payout', 'receipt', 'recipients', 'rules'];

const { $schema: _dialect, ...explain } = z.toJSONSchema(explanationSchema);
// That of explanations is published beside the others.
const SCHEMAS: ReturnType<typeof answerSchemas> = { ...answerSchemas(), explain };
const checkers = new Map<string, z.ZodType>();

function checkerOf(name: string): z.ZodType {
  const checker = checkers.get(name) ?? z.fromJSONSchema({ ...SCHEMAS[name] });
  checkers.set(name, checker);
  return checker;
}

/**
 * Holds what a command printed under --json to its published schema: keys that are unknown or missing are a fault of the
 * test that called it.
 */
export function holdAnswer(argv: readonly string[], code: number, out: string): void {
  if (!argv.includes('--json') || out === '' || argv.some((word) => ['--help', '--schema', '--format'].includes(word)))
    return;
  const [first = '', second = ''] = argv;
  const inGroup =
    SCHEMAS[`${first}.${second}`] === undefined && first === 'receipt' ? 'receipt.judge' : `${first}.${second}`;
  const name = GROUPS.includes(first) ? inGroup : first;
  const answer: unknown = JSON.parse(out);
  const isFailure = typeof answer === 'object' && answer !== null && 'error' in answer;
  const result = checkerOf(isFailure || SCHEMAS[name] === undefined ? 'failure' : name).safeParse(answer);
  if (result.success) return;
  throw new Error(`${argv.join(' ')} (${code}) answers what its schema does not say: ${result.error.message}`);
}
