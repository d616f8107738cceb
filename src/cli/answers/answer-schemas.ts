import { COMMANDS } from '../commands';
import {
  type JsonSchema,
  list,
  literal,
  object,
  optional,
  orNull,
  record,
  text,
  value,
  whole,
} from '../declare/answer';
import { saidDetail } from './common';

/*
 * Schemas of what commands answer under --json: each command declares its own. The tests hold every answer to them,
 * whatever command they call.
 */

/** What any command answers that ends with a fault. */
const FAILURES = [
  {
    kind: text,
    exit_code: whole,
    code: text,
    message: text,
    action: text,
    params: record(value),
    details: optional(list(saidDetail)),
  },
  { kind: literal('fault'), exit_code: literal(1), name: text, debug_file: orNull(text) },
  { kind: literal('interrupted'), exit_code: literal(130), message: text },
];

/** Schemas of all answers by the name of the command (`lists.sign`); `failure` where one ends with a fault. */
export function answerSchemas(): Readonly<Record<string, JsonSchema>> {
  const error = { anyOf: FAILURES.map((fields) => object(fields).schema) };
  const failure = { type: 'object', properties: { error }, required: ['error'], additionalProperties: false };
  return Object.assign({}, ...Object.values(COMMANDS).map(({ answers }) => answers), { failure });
}

/** The published JSON schema of all answers, a definition a command and a line. */
export function answersJsonSchema(): string {
  const definitions = Object.entries(answerSchemas()).map(
    ([name, schema]) => `    ${JSON.stringify(name)}: ${JSON.stringify(schema)}`,
  );
  return `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Answers of norsktilskudd under --json",
  "description": "One definition a command; failure where a command ends with a fault.",
  "$defs": {
${definitions.join(',\n')}
  }
}
`;
}
