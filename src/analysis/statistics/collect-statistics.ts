import { limitsOf, type RuleSet } from '../../../rules';
import {
  type Day,
  hasParticipants,
  i32,
  isKommune,
  isProtectedPerson,
  NO_RECIPIENT,
  Outcome,
  type PersonView,
  type RegisterSource,
  u8,
} from '../../domain';
import { lawOfEarliestRow, mainRecipient, PersonHours, startsWithin } from '../../engine';
import { eachPerson } from '../facts/each-person';
import { planFacts } from '../facts/fact-plan';
import { CountTable } from './count-table';
import { AGE_NAMES, ageGroup, LAW_NAMES, SEX_NAMES, START, START_NAMES } from './dimensions';

/** Kommune of those who have none, or whose address is protected: their kommune is never reported. */
export const NO_KOMMUNE: number = NO_RECIPIENT;

/** Exact figures; not for showing. Every person counts once in each table. */
export interface RawStatistics {
  /** Persons with hours in the year, in the kommune where they have most of them. */
  readonly participants: {
    readonly bySex: CountTable;
    readonly byAgeGroup: CountTable;
    readonly byLaw: CountTable;
  };
  /** Persons whose year 1 begins in the year, in the kommune with most days; and by start. */
  readonly starters: {
    readonly byStart: CountTable;
    readonly sexByStart: CountTable;
    readonly ageGroupByStart: CountTable;
    readonly lawByStart: CountTable;
  };
}

/**
 * Counts who took part in training and who began it in time in a grant year at D (rulebook 8.2).
 *
 * @throws NorsktilskuddError NO_CALENDAR
 */
export function collectStatistics(
  register: RegisterSource,
  rules: RuleSet,
  grantYear: number,
  asOf: Day,
): RawStatistics {
  const plan = planFacts(rules, grantYear, asOf);
  const persontilskudd = plan.components.find(({ component }) => hasParticipants(component));
  const raw = emptyStatistics();
  ensureKommuner(raw, rules.places, plan.context.lastDay);
  const hours = new PersonHours(plan.context);
  const startMonths = limitsOf(plan.context).whole('starters.months');
  const outcome = new Outcome();
  eachPerson(register, plan.context.asOf, (person) => {
    hours.read(person);
    outcome.reset();
    persontilskudd?.evaluate(person, outcome);
    const traits = traitsOf(person, outcome, grantYear, lawOfEarliestRow(person, plan.context));
    if (hours.hasHours) addParticipant(raw, person, hours, traits);
    const enteredOn = outcome.chosenRow < 0 ? undefined : i32(person.block.targetGroup.enteredOn, outcome.chosenRow);
    if (enteredOn === undefined || enteredOn < plan.context.firstDay || enteredOn > plan.context.lastDay) return;
    const inTime = startsWithin(startMonths, hours.firstMonth, enteredOn);
    addStarter(raw, person, outcome, inTime ? START.withinThreeMonths : START.laterOrNot, traits);
  });
  return raw;
}

interface Traits {
  readonly sex: number;
  readonly ageGroup: number;
  /** Column of LAW_NAMES. */
  readonly law: number;
}

function emptyStatistics(): RawStatistics {
  return {
    participants: {
      bySex: new CountTable(SEX_NAMES.length),
      byAgeGroup: new CountTable(AGE_NAMES.length),
      byLaw: new CountTable(LAW_NAMES.length),
    },
    starters: {
      byStart: new CountTable(START_NAMES.length),
      sexByStart: new CountTable(SEX_NAMES.length),
      ageGroupByStart: new CountTable(AGE_NAMES.length),
      lawByStart: new CountTable(LAW_NAMES.length),
    },
  };
}

/** Every kommune of the year has a row, so that one of which nothing is shown may be one of nobody. */
function ensureKommuner({ participants, starters }: RawStatistics, { places }: RuleSet['places'], lastDay: Day): void {
  for (const { code, validFrom, validTo } of places) {
    if (!isKommune(code) || validFrom > lastDay || validTo <= lastDay) continue;
    for (const table of [participants.bySex, participants.byAgeGroup, participants.byLaw, starters.byStart]) {
      table.ensure(code);
    }
  }
}

function traitsOf(person: PersonView, outcome: Outcome, grantYear: number, earliestLaw: number): Traits {
  const { persons, targetGroup } = person.block;
  const law = outcome.chosenRow < 0 ? earliestLaw : u8(targetGroup.law, outcome.chosenRow);
  return {
    sex: u8(persons.sex, person.personRow),
    ageGroup: ageGroup(i32(persons.birthDate, person.personRow), grantYear),
    law: law < 0 ? LAW_NAMES.indexOf('none') : law,
  };
}

function addParticipant(raw: RawStatistics, person: PersonView, hours: PersonHours, traits: Traits): void {
  let [kommune, most, total] = [NO_KOMMUNE, 0, 0];
  for (let index = 0; index < hours.kommuneCount; index += 1) {
    const here = hours.kommune(index);
    const hundredths = here.norwegianHundredths + here.socialStudiesHundredths;
    total += hundredths;
    if (hundredths < most || (hundredths === most && here.kommune >= kommune)) continue;
    [kommune, most] = [here.kommune, hundredths];
  }
  const row = shownKommune(person, kommune);
  raw.participants.bySex.add(row, traits.sex, total);
  raw.participants.byAgeGroup.add(row, traits.ageGroup, total);
  raw.participants.byLaw.add(row, traits.law, total);
}

function addStarter(raw: RawStatistics, person: PersonView, outcome: Outcome, start: number, traits: Traits): void {
  raw.starters.byStart.add(shownKommune(person, mainRecipient(outcome)), start, 0);
  raw.starters.sexByStart.add(start, traits.sex, 0);
  raw.starters.ageGroupByStart.add(start, traits.ageGroup, 0);
  raw.starters.lawByStart.add(start, traits.law, 0);
}

function shownKommune(person: PersonView, kommune: number): number {
  return isProtectedPerson(person.block, person.index) ? NO_KOMMUNE : kommune;
}
