import * as z from 'zod';
import { LETTERS_SCHEMA, PAYMENT_SCHEMA, readJsonFile } from '../../app';
import type { FileShape } from '../declare/flag';
import { SETTINGS } from '../flags/settings';

/** Keys of the file that stand in an object of their own. */
const GROUP = 'limits';

/** Keys whose object has a schema of its own. */
const KEPT_WHOLE: readonly string[] = ['payment', 'letters'];

const PATH = z.string().min(1);
const NOK_BY_YEAR = z.record(z.string().regex(/^\d{4}$/), z.number().int().min(0));

/** What norsktilskudd.json may hold (data contract 3). Every key may be left out; an unknown key is refused. */
function configSchema() {
  return z.strictObject(configShape()).meta({
    title: 'norsktilskudd.json',
    description: 'Settings of norsktilskudd. Flags and environment go before it.',
  });
}

/** The published JSON schema of the file, as text. */
export function configJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(configSchema()), null, 2)}\n`;
}

/**
 * Reads and checks a configuration file: texts by key, `limits.persons` for one of an object. All that is wrong with it is
 * said at once (kind input, exit 3).
 */
export function readConfigFile(file: string): ReadonlyMap<string, readonly string[]> {
  return new Map(textsIn(readJsonFile(file, configSchema(), 'CONFIG_REFUSED', '--config'), ''));
}

/** Every value under its key, those of an object also each under its own; what stands under `payment` or `letters` is kept whole. */
function textsIn(value: unknown, key: string): [string, readonly string[]][] {
  if (Array.isArray(value)) return [[key, value.map(String)]];
  if (typeof value !== 'object' || value === null) return [[key, [String(value)]]];
  if (KEPT_WHOLE.includes(key)) return [[key, [JSON.stringify(value)]]];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, key === '' ? name : `${key}.${name}`));
}

/** Keys in the order of the settings; the limits in one object. */
function configShape(): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {
    $schema: z.string().optional().describe('Where editors find the schema of this file.'),
  };
  const group: Record<string, z.ZodType> = {};
  for (const { name, elsewhere } of Object.values(SETTINGS)) {
    if (!('file' in elsewhere)) continue;
    const { key, shape: wanted, about } = elsewhere.file;
    const hasFlag = name.startsWith('--');
    const described = valueOfShape(wanted)
      .describe(hasFlag ? `${about} Flag ${name}.` : about)
      .optional();
    if (key.startsWith(`${GROUP}.`)) {
      group[key.slice(GROUP.length + 1)] = described;
      shape[GROUP] = z.strictObject(group).optional();
    } else shape[key] = described;
  }
  return shape;
}

function valueOfShape(shape: FileShape): z.ZodType {
  switch (shape) {
    case 'path':
      return PATH;
    case 'paths':
      return z.array(PATH.describe('A rates file.'));
    case 'names':
      return z.array(PATH).min(1);
    case 'boolean':
      return z.boolean();
    case 'nokByYear':
      return NOK_BY_YEAR;
    case 'percent':
      return z.number().min(0);
    case 'payment':
      return PAYMENT_SCHEMA;
    case 'letters':
      return LETTERS_SCHEMA;
    case 'wholeNumber':
      return z.number().int().min(0);
    default:
      return 'oneOf' in shape ? z.enum(shape.oneOf) : z.number().min(0).max(shape.percentUpTo);
  }
}
