import { asDay, type Day, FAR_FUTURE, RESIDENCE_KIND } from '../domain';
import { BOND } from './home-plan';
import type { Person } from './person';
import { mix, type Random } from './random';
import type { SnapshotWriter } from './snapshot-writer';
import type { Stay } from './timeline';

/** A row to be: from a day on under one number, known from `registered` on. */
interface AddressRow {
  readonly from: Day;
  readonly to: Day;
  readonly kommune: string;
  readonly kind: string;
  readonly registered: Day;
}

/**
 * Residence rows. A stay is open until the next one is registered, and then gets its end in place. Where a number of a
 * kommune ends, some kommuner write the row anew under the next number and others let it stand.
 */
export function writeResidenceRows(random: Random, person: Person, stays: readonly Stay[], out: SnapshotWriter): void {
  const isForgotten = random.chance(8) && person.bond === BOND.free;
  const rows: AddressRow[] = [];
  for (const stay of stays) addRows(random, person, stay, out, rows);
  if (isForgotten) return;
  const endKnownLater = random.chance(800) ? random.below(120) : 2000;
  for (const [index, row] of rows.entries()) {
    if (!out.shows(row.registered)) continue;
    const next = rows[index + 1];
    const endKnownOn = next === undefined ? row.to + endKnownLater : next.registered;
    const to = row.to !== FAR_FUTURE && out.shows(endKnownOn) ? out.day(row.to) : '';
    out.add(
      'residence',
      `${out.idOf(row.registered)},${row.kommune},${row.kind},${out.day(row.from)},${to},${out.day(row.registered)}\n`,
    );
  }
}

function addRows(random: Random, person: Person, stay: Stay, out: SnapshotWriter, rows: AddressRow[]): void {
  const isTimely = person.bond === BOND.counted;
  const lag = random.below(isTimely ? 10 : 18) + (random.chance(60) && !isTimely ? random.between(30, 160) : 0);
  const kind = stay.kind === RESIDENCE_KIND.receptionCentre ? 'reception_centre' : 'registered';
  let from = stay.from;
  for (let part = 0; part < 4; part += 1) {
    const code = out.kommuner.codeOn(stay.code, from, person.pick);
    const until = out.kommuner.validUntil(code, from);
    const isSplit = out.kommuner.successorCount(code, from) > 1;
    const writesAnew = isTimely || (isSplit ? person.pick % 10 > 0 : mix(stay.code) % 2 === 0);
    const to = asDay(writesAnew && until <= stay.to ? until - 1 : stay.to);
    const registered = out.registration(from + (part === 0 ? lag : (mix(stay.code) % 20) + (isSplit ? lag : 0)));
    rows.push({ from, to, kommune: out.kommuner.text(code), kind, registered });
    if (to === stay.to) return;
    from = asDay(to + 1);
  }
}
