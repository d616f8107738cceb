import type { RuleSet } from '../../../rules';
import { closestWord, type ErrorDetail, errorDetail, holdsPersonId, NorsktilskuddError, rateCell } from '../../domain';

/** Names of --accept that stand for themselves (data contract 5). */
const SPECIAL_ACCEPTANCES = [
  'above-appropriation',
  'all-assumed',
  'clock',
  'fewer-persons',
  'first-run',
  'missing-persons',
  'new-pseudonym-key',
  'opening-arrears',
  'rejected-rows',
  'shared-national-ids',
  'skipped-term',
  'stale-extract',
  'tables',
] as const;

/** Something that somebody accepts, and where the decision is found. */
export interface Acceptance {
  readonly name: string;
  /** Empty where none was given. */
  readonly reference: string;
}

/**
 * Reads the values given with --accept, sorted and without doubles: a name, several names between commas, or
 * `NAME=REFERENCE`, whose reference may hold commas and blanks, several of these between commas. Case does not matter. A name that means nothing is
 * refused, for a mistyped one would leave a batch unpayable, or worse, accept another thing than was meant.
 *
 * @throws NorsktilskuddError usage USAGE_REFUSED with every value at fault as a detail
 */
export function readAcceptances(
  values: readonly string[],
  rules: RuleSet,
  command = 'norsktilskudd run',
): Acceptance[] {
  const known = new Map(knownNames(rules).map((name) => [name.toLowerCase(), name]));
  const problems: ErrorDetail[] = [];
  const accepted = new Map<string, Acceptance>();
  for (const { name: written, reference } of values
    .flatMap((value) => parted(value, known))
    .flatMap((value) => given(value, problems))) {
    const name = known.get(written.toLowerCase());
    if (name === undefined) {
      problems.push(unknownName(written, [...known.values()]));
      continue;
    }
    const earlier = accepted.get(name)?.reference ?? '';
    if (earlier !== '' && reference !== '' && earlier !== reference)
      problems.push(errorDetail('ACCEPT_TWICE', { flag: FLAG, name }));
    accepted.set(name, { name, reference: reference === '' ? earlier : reference });
  }
  if (problems.length > 0) throw new NorsktilskuddError('usage', 'USAGE_REFUSED', { command }, problems);
  return [...accepted.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Whether a name stands for a fact rather than for a rate or an assumption. */
export function isSpecialAcceptance(name: string): boolean {
  return SPECIAL_ACCEPTANCES.some((special) => special === name);
}

/**
 * What a run has accepted: the assumptions list of the ledger that holds, and what is given for this run, which goes before
 * it.
 */
export function withListed(given: readonly Acceptance[], listed: readonly Acceptance[]): Acceptance[] {
  const named = new Map(listed.map((acceptance) => [acceptance.name, acceptance]));
  for (const acceptance of given) {
    const reference = acceptance.reference || (named.get(acceptance.name)?.reference ?? '');
    named.set(acceptance.name, { name: acceptance.name, reference });
  }
  return [...named.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

const FLAG = '--accept';

/** A reference may hold commas: the next one begins where a comma is followed by a name that is known, and `=`. */
function parted(value: string, known: ReadonlyMap<string, string>): string[] {
  const parts: string[] = [];
  for (const part of value.split(',')) {
    const [name = '', ...rest] = part.split('=');
    const before = parts.pop();
    if (before === undefined) parts.push(part);
    else if (before.includes('=') && rest.length > 0 && known.has(name.trim().toLowerCase())) parts.push(before, part);
    else parts.push(`${before},${part}`);
  }
  return parts;
}

/** Names and reference of one value of the flag. */
function given(value: string, problems: ErrorDetail[]): Acceptance[] {
  const sign = value.indexOf('=');
  const names = (sign < 0 ? value : value.slice(0, sign))
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const reference = sign < 0 ? '' : value.slice(sign + 1).trim();
  if (names.length === 0) problems.push(errorDetail('ACCEPT_EMPTY', { flag: FLAG }));
  else if (sign >= 0 && names.length > 1)
    problems.push(errorDetail('ACCEPT_ONE_REFERENCE', { flag: FLAG, names: names.join(', ') }));
  else if (sign >= 0 && !isReference(reference))
    problems.push(errorDetail('ACCEPT_NO_REFERENCE', { flag: FLAG, name: names.join() }));
  else if (holdsPersonId(reference)) problems.push(errorDetail('FLAG_HOLDS_ID', { flag: FLAG }));
  else if (/[\p{Cc}\p{Cf}]/u.test(reference)) problems.push(errorDetail('FLAG_CONTROL_CHARACTERS', { flag: FLAG }));
  else return names.map((name) => ({ name, reference }));
  return [];
}

/** Not the dots, or the word, that stand in the place of a reference where the program advises the flag. */
function isReference(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/^(?:REFERENCE|HENVISNING)$/.test(text);
}

function unknownName(value: string, known: readonly string[]): ErrorDetail {
  const suggestion = closestWord(value, known);
  return errorDetail('ACCEPT_UNKNOWN', {
    flag: FLAG,
    value,
    names: SPECIAL_ACCEPTANCES.join(', '),
    ...(suggestion && { suggestion }),
  });
}

function knownNames(rules: RuleSet): string[] {
  return [
    ...SPECIAL_ACCEPTANCES,
    ...rules.assumptions.assumptions.map((assumption) => assumption.id),
    ...rules.rates.rates.map((rate) => rateCell(rate.key, rate.grantYear, rate.rateClass)),
  ];
}

/** An acceptance as one text, `NAME` or `NAME=REFERENCE`: what a run's identity holds, so that it is part of its id. */
export function acceptanceText({ name, reference }: Acceptance): string {
  return reference === '' ? name : `${name}=${reference}`;
}

/** An acceptance from its text. */
export function acceptanceOf(text: string): Acceptance {
  const sign = text.indexOf('=');
  return sign < 0 ? { name: text, reference: '' } : { name: text.slice(0, sign), reference: text.slice(sign + 1) };
}

/**
 * Refuses `all-assumed` in a real ledger: there each assumption is accepted by its own name, with a reference.
 *
 * @throws NorsktilskuddError refused ACCEPT_ALL_ASSUMED
 */
export function refuseAllAssumed(accepted: readonly Acceptance[], rehearsal: boolean): void {
  if (rehearsal || !accepted.some(({ name }) => name === 'all-assumed')) return;
  throw new NorsktilskuddError('refused', 'ACCEPT_ALL_ASSUMED', {});
}

/**
 * Refuses rates files that change a shipped verified cell which is not named in --accept: a contradicted figure
 * (rulebook 1; exit 4). In a rehearsal nothing needs accepting.
 */
export function refuseChangedVerifiedCells(rules: RuleSet, accepted: readonly Acceptance[], rehearsal: boolean): void {
  if (rehearsal) return;
  const problems: ErrorDetail[] = [];
  for (const shipped of rules.shippedRates) {
    const cell = rateCell(shipped.key, shipped.grantYear, shipped.rateClass);
    const rate = rules.rates.rates[rules.rates.find(shipped.key, shipped.grantYear, shipped.rateClass)];
    if (shipped.status !== 'verified' || rate === undefined || accepted.some(({ name }) => name === cell)) continue;
    if (rate.valueNok === shipped.valueNok) continue;
    const { file, line } = rate;
    const params = { file, line, column: 'value', cell, shippedNok: shipped.valueNok, givenNok: rate.valueNok };
    problems.push(errorDetail('VERIFIED_CELL_CHANGED', { ...params, source: shipped.source }));
  }
  if (problems.length > 0) throw new NorsktilskuddError('rule', 'RATES_CHANGE_VERIFIED', {}, problems);
}
