import type { NextStep } from '../../app';
import { at, type JsonSchema, list, object, text, textOrNull } from '../declare/answer';
import { type NextFound, typedText } from './next-text';

/** A step for programs: its words in capitals are filled in by whoever types them. */
export const nextStep = object({
  what: at('kind', text),
  run_id: textOrNull,
  blocked_by: list(text),
  command: at((step: NextStep) => typedText(step, { language: 'en' }), text),
});

/** What comes next, as an answer says it under `next`: the command with the flags that name this ledger; null for nothing. */
export function nextAnswer(found: NextFound | undefined): object | null {
  if (found === undefined) return null;
  const { step, context } = found;
  const { terminal, ledgerFlag = '' } = context;
  const command = typedText(step, { language: 'en', ledgerFlag, cwd: terminal.cwd });
  return { ...Object(nextStep.encode(step, context)), command };
}

/** Schema of an answer (one object, or one of several) with `next`. */
export function withNext(schema: JsonSchema): JsonSchema {
  const { anyOf, properties, required } = schema;
  if (Array.isArray(anyOf)) return { anyOf: anyOf.map(withNext) };
  const next = { anyOf: [nextStep.schema, { type: 'null' }] };
  const names: readonly unknown[] = Array.isArray(required) ? required : [];
  return { ...schema, properties: { ...Object(properties), next }, required: [...names, 'next'] };
}
