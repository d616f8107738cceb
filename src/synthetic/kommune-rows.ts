import { asDay, calendarDate, dayOf, monthIndex, type Place } from '../domain';
import { mix, type Random, TOPIC } from './random';
import type { SnapshotWriter } from './snapshot-writer';
import { TOWN_WEIGHTS } from './town-weights';

/** Kommuner whose costs of training are mapped each year. */
const COST_SAMPLE = 20;

/** Teaching hours by kommune and month of the grant year, and the cost base of a sample of kommuner. */
export function writeKommuneRows(
  random: Random,
  kommuner: readonly Place[],
  year: number,
  seed: number,
  out: SnapshotWriter,
): void {
  const sample = [...kommuner].sort((a, b) => mix(a.code ^ seed) - mix(b.code ^ seed) || a.code - b.code);
  const sampled = new Set(sample.slice(0, COST_SAMPLE).map((place) => place.code));
  for (const place of kommuner) {
    random.start(seed, place.code, TOPIC.kommune);
    const size = TOWN_WEIGHTS[place.name] ?? 1 + (mix(place.code) % 12);
    writeTeachingHours(random, place, year, size, out);
    for (const costYear of [year - 1, year]) {
      const cost = size * random.between(60_000, 90_000) + random.below(1000);
      const isKnown = out.takenOn >= dayOf(costYear, 12, 31);
      if (sampled.has(place.code) && isKnown) {
        out.add('cost_base', `${out.kommuner.text(place.code)},${costYear},${cost}\n`);
      }
    }
  }
}

function writeTeachingHours(random: Random, place: Place, year: number, size: number, out: SnapshotWriter): void {
  const last = calendarDate(out.takenOn);
  const lastMonth = Math.min(year * 12 + 11, last.year * 12 + last.month - 1);
  for (let month = year * 12; month <= lastMonth; month += 1) {
    const quarters = (size + 2) * random.between(30, 60);
    const next = month + 1;
    const registered = asDay(dayOf(Math.floor(next / 12), (next % 12) + 1, 1) + random.below(40));
    const isAnonymous = random.chance(50);
    if (month % 12 === 6 || !out.shows(registered) || monthIndex(out.takenOn) < month) continue;
    const monthText = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    out.add(
      'teaching_hours',
      `${out.kommuner.text(place.code)},${monthText},${quarters / 4},${isAnonymous ? '' : out.day(registered)}\n`,
    );
  }
}
