import { asDay, dayOf } from '../domain';
import { FlowDays } from './arrival-flow';
import { writeDecisionRows } from './decision-rows';
import { drawEntry } from './draw-entry';
import { drawIdentity } from './draw-identity';
import { FAULT_KINDS } from './faults';
import { BOND, HomePlan } from './home-plan';
import { writeHoursRows } from './hours-rows';
import { KommuneMap } from './kommune-map';
import { checkOptions, type GeneratorOptions, type SnapshotPlan, snapshotPlans } from './options';
import { emptyPerson, type Person } from './person';
import { writeKommuneRows, writePersonRows } from './person-rows';

import { Random, TOPIC } from './random';
import { writeResidenceRows, writeTrainingRows } from './residence-rows';
import { SnapshotWriter } from './snapshot-writer';
import { writeTargetGroupRows } from './target-group-rows';
import { drawTimeline } from './timeline';

/** A piece of one file of one extract; pieces of a file come in order, files of an extract side by side. */
export interface ExtractChunk {
  readonly snapshot: SnapshotPlan;
  /** `hours.csv`, `extract.json`, ... */
  readonly file: string;
  readonly chunk: string;
}

const DELIVERY_PERSONS = 256;

/**
 * Extracts of a made-up register, one after the other, as text. Nothing is kept from person to person, so the memory
 * does not grow with their number.
 *
 * @throws NorsktilskuddError GENERATE_OPTION_OUT_OF_RANGE
 */
export function* generateExtracts(options: GeneratorOptions): Generator<ExtractChunk> {
  checkOptions(options);
  const kommuner = new KommuneMap(options.places);
  const homes = new HomePlan(kommuner.inForceOn(dayOf(options.year, 1, 15)), options.persons, options.seed);
  const plans = snapshotPlans(options);
  const lastYear = plans.at(-1)?.year ?? options.year;
  const { arrivals, year, persons } = options;
  const flow = arrivals === undefined ? undefined : new FlowDays(arrivals, year, persons, lastYear);
  for (const snapshot of plans.filter(({ name }) => options.only?.includes(name) ?? true)) {
    yield* generateSnapshot(options, snapshot, kommuner, homes, flow);
  }
}

function* generateSnapshot(
  options: GeneratorOptions,
  snapshot: SnapshotPlan,
  kommuner: KommuneMap,
  homes: HomePlan,
  flow: FlowDays | undefined,
): Generator<ExtractChunk> {
  const out = new SnapshotWriter(snapshot.takenOn, kommuner, options.seed);
  const random = new Random();
  const person = emptyPerson();
  const newcomers = snapshot.year > options.year ? Math.floor(options.persons / 8) : 0;
  const total = flow?.total ?? options.persons + newcomers;
  writeKommuneRows(random, kommuner.inForceOn(dayOf(options.year, 1, 15)), options.year, options.seed, out);
  for (let ordinal = 0; ordinal < total; ordinal += 1) {
    writePerson(options, random, ordinal, person, homes, out, flow);
    if (ordinal % DELIVERY_PERSONS !== DELIVERY_PERSONS - 1 && ordinal !== total - 1) continue;
    out.endDelivery();
    for (const piece of out.flush(ordinal === total - 1)) yield { snapshot, ...piece };
  }
  const source = `made-up register, seed ${options.seed}: no real persons`;
  const header = { taken_at: out.day(snapshot.takenOn), source, rows: out.counts() };
  yield { snapshot, file: 'extract.json', chunk: `${JSON.stringify(header, null, 1)}\n` };
}

function writePerson(
  options: GeneratorOptions,
  random: Random,
  ordinal: number,
  person: Person,
  homes: HomePlan,
  out: SnapshotWriter,
  flow: FlowDays | undefined,
): void {
  const { seed, year, persons } = options;
  const isNewcomer = flow === undefined && ordinal >= persons;
  const home = homes.homeOf(ordinal);
  person.ordinal = ordinal;
  person.home = home.kommune;
  person.bond = isNewcomer || flow !== undefined ? BOND.free : home.bond;
  drawEntry(random.start(seed, ordinal, TOPIC.facts), person, year, isNewcomer, flow);
  person.pick = random.below(1000);
  drawIdentity(random, person, year, persons);
  // Who comes after Y is not in its extracts, and so cannot have been registered in it: not even as an asylum seeker.
  if (isNewcomer) person.registeredOn = asDay(Math.max(person.registeredOn, dayOf(year + 1, 1, 1)));
  drawFault(random.start(seed, ordinal, TOPIC.errors), person, options.errors ?? 0);
  if (!out.begin(person)) return;
  const stays = drawTimeline(random.start(seed, ordinal, TOPIC.residence), person, homes, dayOf(year, 1, 15));
  writeResidenceRows(random, person, stays, out);
  writePersonRows(random.start(seed, ordinal, TOPIC.identity), person, out);
  writeTargetGroupRows(random.start(seed, ordinal, TOPIC.targetGroup), person, out);
  writeDecisionRows(random.start(seed, ordinal, TOPIC.decisions), person, out);
  writeTrainingRows(random.start(seed, ordinal, TOPIC.training), person, stays, homes, out);
  writeHoursRows(random.start(seed, ordinal, TOPIC.hours), person, stays, out);
}

/** Something wrong in the rows of a share of the persons, put right a month to two years after it came in. */
function drawFault(random: Random, person: Person, share: number): void {
  const isFaulty = random.below(1_000_000) < Math.round(share * 1_000_000);
  person.fault = isFaulty ? random.below(FAULT_KINDS) : -1;
  person.faultMendedOn = asDay(person.registeredOn + random.between(30, 900));
}
