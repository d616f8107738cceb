import table from '../../rules/data/components.json';
import { assert } from './errors';

/**
 * Name of a component. The list is open: a row of rules/data/components.json makes one. A text from outside is one only
 * through parseComponent().
 */
export type Component = Lowercase<string>;

/** Name of a netting group (rulebook 7). */
export type NettingGroup = Lowercase<string>;

export const RATE_CLASSES = ['low', 'high', 'single'] as const;
export type RateClass = (typeof RATE_CLASSES)[number];
/** Ordinals of rate classes in columns; 0 is none. */
export const RATE_CLASS = { none: 0, low: 1, high: 2, single: 3 } as const;

/** Key of a rate: the component's name, with more after a dot where it has several. */
export type RateKey = Lowercase<string>;

/** Name in both languages. */
export interface ComponentText {
  readonly nb: string;
  readonly en: string;
}

/** Name in letters, which may be in nynorsk. */
export interface LetterName extends ComponentText {
  readonly nn: string;
}

/**
 * What its lines are for: `person` has lines per person; `count` and `hours` per kommune, without a person (rulebook 5),
 * by the number of persons on a day and by hours.
 */
export type ComponentUnit = 'person' | 'count' | 'hours';

/** What differs between components. What their rules do stands in rules/modules. */
export interface ComponentTraits {
  readonly name: Component;
  /** Number in traces, from 0, for ever; the ledger's is one higher. */
  readonly code: number;
  readonly nettingGroup: NettingGroup;
  readonly unit: ComponentUnit;
  /** Table whose rows trigger it. */
  readonly rows: 'target_group' | 'decisions' | 'hours';
  /** Code of its lines (rulebook 5): `P-AR{year}-{class}`. */
  readonly payoutCode: string;
  /** Classes of its rates. */
  readonly rateClasses: readonly RateClass[];
  /** Keys of its rates; several of a component with persons are those of its years, the first first. */
  readonly rates: readonly { readonly key: RateKey; readonly text: ComponentText }[];
  /** Where the calendar has four terms, its amount is spread over the terms that are left (A16). */
  readonly isSpread: boolean;
  /** Its years 1 to 3 say who takes part: hours basis, statistics and forecasts follow it (rulebook 8.2). */
  readonly hasParticipants: boolean;
  /** Short name, for a column of a table. */
  readonly column: ComponentText;
  /** Name in a sentence. */
  readonly text: ComponentText;
  readonly letter: LetterName;
}

interface GroupTraits {
  readonly name: NettingGroup;
  /** Number in traces, from 0, for ever; the ledger's is one higher. */
  readonly code: number;
  /** Stands in payment keys. */
  readonly mark: string;
  /** Assumption by which its amounts are netted together; undefined where the rulebook says so. */
  readonly assumption: string | undefined;
  readonly text: ComponentText;
  readonly letter: LetterName;
}

/** Codes have four bits in traces, those of groups three. */
const CODE_LIMIT = 16;
const GROUP_CODE_LIMIT = 8;

const GROUPS = inOrder<GroupTraits>(
  table.groups.map((row) => ({ ...row, name: nameOf(row.name), assumption: row.assumption ?? undefined })),
  GROUP_CODE_LIMIT,
);
const TRAITS = inOrder<ComponentTraits>(table.components.map(traitsOfRow), CODE_LIMIT);

type Row = (typeof table.components)[number];

function traitsOfRow(row: Row): ComponentTraits {
  const text = row.text;
  return {
    name: nameOf(row.name),
    code: row.code,
    nettingGroup: nameOf(row.netting_group),
    unit: oneOf(['person', 'count', 'hours'], row.unit),
    rows: oneOf(['target_group', 'decisions', 'hours'], row.rows),
    payoutCode: row.payout_code,
    rateClasses: row.rate_classes.map((name) => oneOf(RATE_CLASSES, name)),
    rates: row.rates.map((rate) => ({ key: rateKeyOf(rate.key, row.name), text: 'text' in rate ? rate.text : text })),
    isSpread: row.spread_over_terms,
    hasParticipants: row.participants,
    column: row.column,
    text,
    letter: row.letter,
  };
}

/** Rows in the order of their names; a name or code that is not its own is a fault of the table. */
function inOrder<T extends { readonly name: string; readonly code: number }>(rows: readonly T[], limit: number): T[] {
  for (const { name, code } of rows) {
    assert(Number.isInteger(code) && code >= 0 && code < limit, `${name} has the code ${code}, not 0 to ${limit - 1}`);
    const others = rows.filter((other) => other.name === name || other.code === code);
    assert(others.length === 1, `two rows of components.json have the name or code of ${name}`);
  }
  return rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function nameOf(text: string): Lowercase<string> {
  const name = text.toLowerCase() as Lowercase<string>;
  assert(name === text && /^[a-z][a-z0-9_]*$/.test(name), `components.json holds the odd name ${text}`);
  return name;
}

function rateKeyOf(text: string, component: string): RateKey {
  const [owner = '', ...rest] = text.split('.');
  assert(owner === component && rest.length <= 1, `components.json holds the odd rate ${text} of ${component}`);
  return text.toLowerCase() as RateKey;
}

function oneOf<T extends string>(names: readonly T[], text: string): T {
  const name = names.find((candidate) => candidate === text);
  assert(name !== undefined, `components.json holds the unknown value ${text}`);
  return name;
}

/**
 * Components in the order of their names as text. The ordinal is their place here: it serves within a run, while what is
 * kept has the code.
 */
export const COMPONENTS: readonly Component[] = TRAITS.map(({ name }) => name);

/** Netting groups in the order of their names as text (rulebook 7). */
export const NETTING_GROUPS: readonly NettingGroup[] = GROUPS.map(({ name }) => name);

const BY_NAME = new Map<string, ComponentTraits>(TRAITS.map((traits) => [traits.name, traits]));
const GROUP_BY_NAME = new Map<string, GroupTraits>(GROUPS.map((traits) => [traits.name, traits]));
const ORDINALS = new Map<string, number>(COMPONENTS.map((component, ordinal) => [component, ordinal]));

/** What differs between this component and others. */
export function traitsOf(component: Component): ComponentTraits {
  const traits = BY_NAME.get(component);
  assert(traits !== undefined, `there is no component ${component}`);
  return traits;
}

function groupTraitsOf(group: NettingGroup): GroupTraits {
  const traits = GROUP_BY_NAME.get(group);
  assert(traits !== undefined, `there is no netting group ${group}`);
  return traits;
}

/** The group within which a component's amounts are netted (rulebook 7, A18). */
export function nettingGroupOf(component: Component): NettingGroup {
  return traitsOf(component).nettingGroup;
}

export function componentOrdinal(component: Component): number {
  return ORDINALS.get(component) ?? -1;
}

/** Component of that name; undefined where there is none. */
export function parseComponent(text: string): Component | undefined {
  return BY_NAME.get(text)?.name;
}

/** True for components whose lines are per kommune, without a person (rulebook 5). */
export function isPerKommune(component: Component): boolean {
  return traitsOf(component).unit !== 'person';
}

/** True for components of which every kommune gets an amount by the number of its persons on a day (rulebook 5.1). */
export function isCounted(component: Component): boolean {
  return traitsOf(component).unit === 'count';
}

/** The same of a name as a file has it; false for one that no component has. */
export function isCountedName(name: string): boolean {
  return BY_NAME.get(name)?.unit === 'count';
}

/** True for components that pay hours (rulebook 5.3). */
export function paysHours(component: Component): boolean {
  return traitsOf(component).unit === 'hours';
}

/** True for the component whose years say who takes part (rulebook 8.2). */
export function hasParticipants(component: Component): boolean {
  return traitsOf(component).hasParticipants;
}

/** True for components whose rate goes by the year that a person is in (k). */
export function hasYears(component: Component): boolean {
  const { unit, rates } = traitsOf(component);
  return unit === 'person' && rates.length > 1;
}

/** True where decisions trigger and not rows in the target group: several may be paid in a year. */
export function isPerDecision(component: Component): boolean {
  return traitsOf(component).rows === 'decisions';
}

/** The component whose years say who takes part, the one that is counted, and the one that pays hours. */
export const PARTICIPANT_COMPONENT: Component = only(({ hasParticipants }) => hasParticipants);
export const COUNT_COMPONENT: Component = only(({ unit }) => unit === 'count');
export const HOURS_COMPONENT: Component = only(({ unit }) => unit === 'hours');

function only(fits: (traits: ComponentTraits) => boolean): Component {
  const [found, ...others] = TRAITS.filter(fits);
  assert(found !== undefined && others.length === 0, 'one component has participants, one is counted, one pays hours');
  return found.name;
}

const CODES = TRAITS.map(({ code }) => code);
const ORDINAL_OF_CODE = Array.from({ length: CODE_LIMIT }, (_, code) => CODES.indexOf(code));

/** Code of the component with that ordinal, for what is kept. */
export function codeOfOrdinal(ordinal: number): number {
  return CODES[ordinal] ?? -1;
}

/** Ordinal of the component with that code; -1 where none has it. */
export function ordinalOfCode(code: number): number {
  return ORDINAL_OF_CODE[code] ?? -1;
}

/** Code of a netting group, for what is kept. */
export function groupCode(group: NettingGroup): number {
  return groupTraitsOf(group).code;
}

/** Mark of a netting group in payment keys. */
export function groupMark(group: NettingGroup): string {
  return groupTraitsOf(group).mark;
}

/** Assumption by which a group's amounts are netted together; undefined where the rulebook says so. */
export function assumptionOfGroup(group: NettingGroup): string | undefined {
  return groupTraitsOf(group).assumption;
}

const RATE_LETTER = ['', 'L', 'H', ''] as const;
const PAYOUT_CODES = new Map<number, string>();

/** Payout code of a component (rulebook 5): `P-AR2-H`, `Grunntilskudd-L`, `UN43G`. */
export function payoutCode(component: Component, yearNumber: number, rateClass: number): string {
  const key = (componentOrdinal(component) * 64 + yearNumber) * 4 + rateClass;
  const known = PAYOUT_CODES.get(key);
  if (known !== undefined) return known;
  const pattern = traitsOf(component).payoutCode;
  const code = pattern.replace('{year}', String(yearNumber)).replace('{class}', RATE_LETTER[rateClass] ?? '');
  PAYOUT_CODES.set(key, code);
  return code;
}

/** Every code that the law pays a component under. */
export function payoutCodesOf(component: Component): string[] {
  const { rates, rateClasses } = traitsOf(component);
  const years = rates.map((_, index) => index + 1);
  return [
    ...new Set(years.flatMap((year) => rateClasses.map((name) => payoutCode(component, year, RATE_CLASS[name])))),
  ];
}

/** Years of a participant that a scenario may pay beyond those of the law (rulebook 1.2). */
const SCENARIO_YEARS = [4, 5];

/** Keys of all rates, in the order of the components' codes: a new component moves none. Those of scenarios alone come last. */
export const RATE_KEYS: readonly RateKey[] = [
  ...TRAITS.toSorted((a, b) => a.code - b.code).flatMap(({ rates }) => rates.map(({ key }) => key)),
  ...TRAITS.filter(({ hasParticipants }) => hasParticipants).flatMap(({ name }) =>
    SCENARIO_YEARS.map((year) => rateKeyOf(`${name}.year${year}`, name)),
  ),
];

/**
 * Keys of the rates of a component's cell.
 *
 * @param yearNumber k; 0 where the component has none
 */
export function rateKeysOf(component: Component, yearNumber: number): readonly RateKey[] {
  const { unit, rates } = traitsOf(component);
  if (SCENARIO_YEARS.includes(yearNumber)) return [rateKeyOf(`${component}.year${yearNumber}`, component)];
  const keys = rates.map(({ key }) => key);
  return unit === 'hours' || keys.length === 1
    ? keys
    : keys.slice(Math.max(0, yearNumber - 1), Math.max(0, yearNumber));
}

/** Component whose rate has that key. */
export function componentOfRate(key: RateKey): Component {
  const component = parseComponent(key.split('.')[0] ?? '');
  assert(component !== undefined, `${key} is the rate of no component`);
  return component;
}

/** A rate of scenarios alone is named as the first year's of that grant. */
function scenarioRateText(key: RateKey): readonly [string, ComponentText] | undefined {
  const [, name = '', year = ''] = /^(.+)\.year(\d+)$/.exec(key) ?? [];
  const first = TRAITS.find((traits) => traits.name === name)?.rates[0]?.text;
  if (first === undefined || !SCENARIO_YEARS.includes(Number(year))) return undefined;
  return [key, { nb: first.nb.replace(/1$/, year), en: first.en.replace(/1$/, year) }];
}

const TEXTS = new Map<string, ComponentText>([
  ...GROUPS.map(({ name, text }) => [name, text] as const),
  ...TRAITS.flatMap(({ rates }) => rates.map(({ key, text }) => [key, text] as const)),
  ...TRAITS.map(({ name, text }) => [name, text] as const),
  ...RATE_KEYS.flatMap((key) => {
    const entry = scenarioRateText(key);
    return entry === undefined ? [] : [entry];
  }),
]);

/** Name of a component, group or rate in a sentence; undefined for any other word. */
export function componentText(word: string): ComponentText | undefined {
  return TEXTS.get(word);
}

/** Name of a component or group in a letter; undefined for any other word. */
export function letterNameOf(kind: 'component' | 'group', name: string): LetterName | undefined {
  return (kind === 'component' ? BY_NAME : GROUP_BY_NAME).get(name)?.letter;
}
