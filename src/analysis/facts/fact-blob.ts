import { createHash } from 'node:crypto';
import * as z from 'zod';
import { f64 } from '../../domain';
import type { FactTable } from './fact-table';
import { WHOLE_TWELFTHS } from './split-entry';

/** Changes with the layout or with what the columns mean, so that no stored table is read as another. */
export const FACT_FORMAT = 4;
const LAW = z.object({
  countSteps: z.string(),
  moveWeights: z.array(z.number()),
  pinnedCounts: z.array(z.object({ kommune: z.number(), persons: z.number() })),
});
const FRONT_NUMBERS = 8;
const SEAL_BYTES = 32;

/**
 * A fact table as bytes, for keeping beside its snapshot: eight doubles (format, grant year, D, persons, entries,
 * shares, kommuner with hours, bytes of the shares), the columns one behind the other from the widest to the narrowest,
 * steps and pinned counts of grunntilskudd and the shares of a move as JSON, and the SHA-256 of all that. It holds person ids: restricted.
 */
export function encodeFacts(facts: FactTable): Buffer {
  const hours = facts.kommuneHours.flatMap((row) => [row.kommune, row.teachingHundredths, row.participantHundredths]);
  const { personIds, cell, recipient, kommuneHours, grantYear, asOf } = facts;
  const counts = [personIds.length, cell.length, recipient.length, kommuneHours.length];
  const { countSteps, moveWeights, pinnedCounts } = facts;
  const steps = Buffer.from(JSON.stringify({ countSteps, moveWeights, pinnedCounts }), 'utf8');
  const front = Float64Array.from([FACT_FORMAT, grantYear, asOf, ...counts, steps.length]);
  const columns = [
    front,
    facts.personIds,
    Float64Array.from(hours),
    ...wordColumns(facts),
    ...shortColumns(facts),
    ...byteColumns(facts),
    steps,
  ];
  const bytes = Buffer.concat(
    columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)),
  );
  return Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]);
}

function wordColumns(facts: FactTable): readonly (Uint32Array | Int32Array)[] {
  return [facts.entryStart, facts.shareStart, facts.dueDay, facts.recipient, facts.days];
}

function shortColumns(facts: FactTable): readonly Uint16Array[] {
  return [facts.cell, facts.partAbove, facts.partBelow];
}

function byteColumns(facts: FactTable): readonly Uint8Array[] {
  return [facts.status, facts.sharing, facts.firstTerm, facts.stopped, facts.months, facts.shareTerm];
}

/** The table of those bytes, on shared memory; undefined where they are of another format or damaged. */
export function decodeFacts(bytes: Uint8Array): FactTable | undefined {
  const length = bytes.length - SEAL_BYTES;
  if (length < FRONT_NUMBERS * 8) return undefined;
  const seal = createHash('sha256').update(bytes.subarray(0, length)).digest();
  if (!seal.equals(bytes.subarray(length))) return undefined;
  const memory = new SharedArrayBuffer(length);
  new Uint8Array(memory).set(bytes.subarray(0, length));
  return new Float64Array(memory, 0, 1)[0] === FACT_FORMAT ? readColumns(memory) : undefined;
}

function readColumns(memory: SharedArrayBuffer): FactTable {
  let place = 0;
  const claim = (bytes: number): number => {
    place += bytes;
    return place - bytes;
  };
  const doubles = (count: number): Float64Array => new Float64Array(memory, claim(count * 8), count);
  const unsigned = (count: number): Uint32Array => new Uint32Array(memory, claim(count * 4), count);
  const signed = (count: number): Int32Array => new Int32Array(memory, claim(count * 4), count);
  const short = (count: number): Uint16Array => new Uint16Array(memory, claim(count * 2), count);
  const small = (count: number): Uint8Array => new Uint8Array(memory, claim(count), count);
  const [, grantYear = 0, asOf = 0, persons = 0, entries = 0, shares = 0, kommuner = 0, steps = 0] =
    doubles(FRONT_NUMBERS);
  const personIds = doubles(persons);
  const hours = doubles(kommuner * 3);
  const [entryStart, shareStart] = [unsigned(persons + 1), unsigned(entries + 1)];
  const [dueDay, recipient, days] = [signed(entries), signed(shares), signed(shares)];
  const [cell, partAbove, partBelow] = [short(entries), short(entries), short(entries)];
  const [status, sharing, firstTerm] = [small(entries), small(entries), small(entries)];
  const [stopped, months, shareTerm] = [small(shares), small(shares), small(shares)];
  const law = LAW.parse(JSON.parse(Buffer.from(small(steps)).toString('utf8')));
  // Tables of a term are worked out of that of the year and never stored.
  const dueTwelfths = new Uint8Array(new SharedArrayBuffer(entries)).fill(WHOLE_TWELFTHS);
  const entry = { cell, partAbove, partBelow, status, sharing, firstTerm, dueTwelfths, dueDay };
  const columns = { personIds, entryStart, shareStart, recipient, days, ...entry };
  return {
    grantYear,
    asOf,
    ...law,
    ...columns,
    stopped,
    months,
    shareTerm,
    kommuneHours: hoursOf(hours),
  };
}

function hoursOf(numbers: Float64Array): FactTable['kommuneHours'] {
  return Array.from({ length: numbers.length / 3 }, (_, index) => ({
    kommune: f64(numbers, index * 3),
    teachingHundredths: f64(numbers, index * 3 + 1),
    participantHundredths: f64(numbers, index * 3 + 2),
  }));
}
