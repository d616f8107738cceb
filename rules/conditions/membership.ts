import {
  asDay,
  type Condition,
  codedTexts,
  FAR_FUTURE,
  formatDay,
  type GrantYearContext,
  i32,
  type PersonView,
  type Said,
  type TargetGroupColumns,
  type TriedRow,
  type Turn,
} from '../../src/domain';
import { limitsOf } from '../parameters/limit-values';
import { notBefore } from './turns';

/** First day of the grant year on which the membership could count: the later of entered_on and 1 January. */
function memberFrom(table: TargetGroupColumns, row: number, context: GrantYearContext): number {
  return Math.max(i32(table.enteredOn, row), context.firstDay);
}

/** E5: the membership overlaps the grant year (A3); left_on is the first day outside. */
export function isMember(paragraph: string): Condition {
  return {
    id: 'E5',
    paragraph,
    cells: ['targetGroup.enteredOn', 'targetGroup.leftOn'],
    limits: [],
    turns: ({ firstDay }) => [
      notBefore('targetGroup.leftOn', 'targetGroup.enteredOn', 1),
      notBefore('targetGroup.leftOn', firstDay, 1),
    ],
    bind: (context) => ({
      isMet({ block: { targetGroup } }, row) {
        return i32(targetGroup.leftOn, row) > memberFrom(targetGroup, row, context);
      },
      reason: { nb: 'ute av personkretsen før året (E5)', en: 'out of the target group before the year (E5)' },
      say({ person: { block }, row, met }) {
        const left = i32(block.targetGroup.leftOn, row);
        const cells = [{ cell: 'targetGroup.leftOn', row }] as const;
        if (left === FAR_FUTURE) return { ...SAY.MEMBER_STILL, params: {}, cells };
        const limitDay = dayText(memberFrom(block.targetGroup, row, context));
        const params = { leftDay: dayText(left), limitDay, year: context.grantYear };
        return { ...(met ? SAY.MEMBER_MET : SAY.MEMBER_FAILED), params, cells };
      },
    }),
  };
}

/** E6: neither dead nor emigrated before the membership could count (A3). */
export function isAliveAndHere(paragraph: string): Condition {
  return {
    id: 'E6',
    paragraph,
    cells: ['targetGroup.enteredOn', 'persons.deathDate', 'persons.emigratedOn'],
    limits: [],
    turns: ({ firstDay }) => [...goneTurns('targetGroup.enteredOn'), ...goneTurns(firstDay)],
    bind: (context) => ({
      isMet: (person, row) => isHereOn(person, memberFrom(person.block.targetGroup, row, context)),
      reason: { nb: 'død eller utvandret før året (E6)', en: 'dead or emigrated before the year (E6)' },
      say: (tried) => sayAlive(tried, memberFrom(tried.person.block.targetGroup, tried.row, context)),
    }),
  };
}

/** A member of the target group on the count date (rulebook 5.1). */
export function isMemberOnCountDate(paragraph: string): Condition {
  return {
    id: 'member_on_count_date',
    paragraph,
    cells: ['targetGroup.leftOn'],
    limits: ['grunntilskudd.count_day'],
    turns: (context) => [notBefore('targetGroup.leftOn', countDateIn(context), 1)],
    bind(context) {
      const countDate = countDateIn(context);
      return {
        isMet: ({ block: { targetGroup } }, row) => i32(targetGroup.leftOn, row) > countDate,
        reason: { nb: 'ute av personkretsen på telledagen', en: 'out of the target group on the count date' },
        say: ({ person: { block }, row, met }) => ({
          ...(met ? SAY.COUNT_MEMBER_MET : SAY.COUNT_MEMBER_FAILED),
          params: { leftDay: dayText(i32(block.targetGroup.leftOn, row)), countDay: dayText(countDate) },
          cells: [{ cell: 'targetGroup.leftOn', row }],
        }),
      };
    },
  };
}

/** Alive and in the country on the count date (rulebook 5.1). */
export function isAliveOnCountDate(paragraph: string): Condition {
  return {
    id: 'alive_on_count_date',
    paragraph,
    cells: ['persons.deathDate', 'persons.emigratedOn'],
    limits: ['grunntilskudd.count_day'],
    turns: (context) => goneTurns(countDateIn(context)),
    bind(context) {
      const countDate = countDateIn(context);
      return {
        isMet: (person) => isHereOn(person, countDate),
        reason: { nb: 'død eller utvandret før telledagen', en: 'dead or emigrated before the count date' },
        say: (tried) => sayAlive(tried, countDate),
      };
    },
  };
}

function isHereOn({ block: { persons }, personRow }: PersonView, day: number): boolean {
  return i32(persons.deathDate, personRow) >= day && i32(persons.emigratedOn, personRow) >= day;
}

function goneTurns(than: number | 'targetGroup.enteredOn'): Turn[] {
  return [notBefore('persons.deathDate', than), notBefore('persons.emigratedOn', than)];
}

function sayAlive({ person: { block, personRow }, met }: TriedRow, limit: number): Said {
  const death = i32(block.persons.deathDate, personRow);
  const emigration = i32(block.persons.emigratedOn, personRow);
  const event = Math.min(death, emigration);
  const [died, emigrated] = [
    { cell: 'persons.deathDate', row: personRow },
    { cell: 'persons.emigratedOn', row: personRow },
  ] as const;
  if (event === FAR_FUTURE) return { ...SAY.ALIVE_MET, params: {}, cells: [died, emigrated] };
  const isDeath = death <= emigration;
  return {
    ...(met ? SAY.ALIVE_MET_LATER : SAY.ALIVE_FAILED),
    params: { eventWord: isDeath ? 'death' : 'emigration', eventDay: dayText(event), limitDay: dayText(limit) },
    cells: [isDeath ? died : emigrated],
  };
}

/** The day on which persons are counted for grunntilskudd. */
export function countDateIn(context: GrantYearContext): number {
  return limitsOf(context).dayOfYear('grunntilskudd.count_day');
}

export function dayText(day: number): string {
  return formatDay(asDay(day));
}

const SAY = codedTexts({
  MEMBER_STILL: {
    nb: 'Personen er fortsatt i personkretsen.',
    en: 'The person is still in the target group.',
  },
  MEMBER_MET: {
    nb: 'Personen er ute av personkretsen fra og med {leftDay}. For å gi tilskudd for {year} må uttredelsen være etter {limitDay}.',
    en: 'The person is out of the target group from {leftDay}. To count in {year} that must be after {limitDay}.',
  },
  MEMBER_FAILED: {
    nb: 'Personen er ute av personkretsen fra og med {leftDay}. For å gi tilskudd for {year} må uttredelsen være etter {limitDay}.',
    en: 'The person is out of the target group from {leftDay}. To count in {year} that would have to be after {limitDay}.',
  },
  ALIVE_MET: {
    nb: 'Verken død eller utvandring er registrert.',
    en: 'Neither death nor emigration is registered.',
  },
  ALIVE_MET_LATER: {
    nb: '{eventWord} er {eventDay}. Kravet er tidligst {limitDay}.',
    en: '{eventWord} is {eventDay}. It must not be before {limitDay}.',
  },
  ALIVE_FAILED: {
    nb: '{eventWord} er {eventDay}. Det er før {limitDay}.',
    en: '{eventWord} is {eventDay}. That is before {limitDay}.',
  },
  COUNT_MEMBER_MET: {
    nb: 'Personen var i personkretsen på telledagen {countDay}.',
    en: 'The person was in the target group on the count date {countDay}.',
  },
  COUNT_MEMBER_FAILED: {
    nb: 'Personen er ute av personkretsen fra og med {leftDay} og var ikke med på telledagen {countDay}.',
    en: 'The person is out of the target group from {leftDay} and was not in it on the count date {countDay}.',
  },
});
