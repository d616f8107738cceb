import type { Findings } from './findings';
import type { RunManifest, RunManifest2 } from './manifest-shape';

/** Figures of these statuses can be calculated with, never paid (rulebook 1). */
const NEVER_PAYABLE = ['proposal', 'secondary', 'derived', 'scenario', 'illustrative'];
/** What follows from findings.csv or from the installation alone, and from nothing else in a folder. */
const FROM_ELSEWHERE = ['shared-national-ids', 'tables'];
const STALE_DAYS = 31;
const TERM_ENDS = ['03-31', '06-30', '09-30', '12-31'];
const DAY_MILLISECONDS = 86_400_000;

/**
 * What the manifest says of being payable (rulebook 1): what the run wants accepted follows from its figures, its extract
 * and what was posted before; what blocks it is what can never be paid and what nobody accepted.
 */
export function checkPayable(manifest: RunManifest, findings: Findings): void {
  const blockedBy = manifest.blocked_by.map(({ name }) => name).filter(isFromManifest);
  const blocking = manifest.format === 1 ? blockingOfFormat1(manifest) : blockingNames(manifest);
  findings.figure('blocked_by', 'rates_used, assumptions_used, accepted', listed(blocking), listed(blockedBy));
  if (manifest.format === 1) return;
  const { accepted, wanted } = manifest.acceptance;
  const texts = accepted.map(({ name, reference }) => (reference === '' ? name : `${name}=${reference}`));
  const given = manifest.identity.accepted;
  findings.figure('acceptance.accepted', 'identity.accepted', listed(given), listed(texts.toSorted()));
  const names = wanted.map(({ name }) => name).filter(isFromManifest);
  const of = 'rates_used, held, acceptance.before';
  findings.figure('acceptance.wanted', of, listed(wantedNames(manifest).sort()), listed(names.sort()));
}

function isFromManifest(name: string): boolean {
  return !FROM_ELSEWHERE.includes(name);
}

/** Of what the run wants: what can never be paid, and what was not accepted; a rate or assumption needs a reference too. */
function blockingNames({ identity, acceptance: { accepted, wanted } }: RunManifest2): string[] {
  if (identity.rehearsal) return [];
  const isAccepted = ({ name, status }: { name: string; status: string }): boolean =>
    accepted.some((given) => given.name === name && (status === '' || given.reference !== ''));
  return wanted
    .filter((thing) => NEVER_PAYABLE.includes(thing.status) || !isAccepted(thing))
    .map(({ name }) => name)
    .filter(isFromManifest);
}

function blockingOfFormat1(manifest: RunManifest): string[] {
  const { identity, counts, opening_arrears: arrears } = manifest;
  if (identity.rehearsal) return [];
  // Each is a name, or a name, an equals sign and a reference.
  const accepted = identity.accepted.map((text) => text.split('=', 1)[0]);
  const accepts = (...names: readonly string[]): boolean => names.some((name) => accepted.includes(name));
  const isBlocking = ({ name, status }: { name: string; status: string }): boolean =>
    NEVER_PAYABLE.includes(status) || (status === 'assumed' && !accepts(name, 'all-assumed'));
  return [
    ...figuresUsed(manifest)
      .filter(isBlocking)
      .map(({ name }) => name),
    ...(counts.rejected_rows > 0 && !accepts('rejected-rows') ? ['rejected-rows'] : []),
    ...(arrears.length > 0 && !accepts('opening-arrears') ? ['opening-arrears'] : []),
  ];
}

/** Rates and assumptions that decided something, under the names by which they are accepted. */
function figuresUsed({ rates_used: rates, assumptions_used: assumptions }: RunManifest) {
  return [
    ...rates.map((row) => ({ name: `${row.key}/${row.grant_year}/${row.rate_class}`, status: row.status })),
    ...assumptions.map(({ id, status }) => ({ name: id, status })),
  ];
}

function wantedNames(manifest: RunManifest2): string[] {
  const facts: Readonly<Record<string, boolean>> = {
    'above-appropriation': isAboveAppropriation(manifest),
    'fewer-persons': areFewer(manifest),
    'first-run': manifest.acceptance.before === null && manifest.identity.term !== 1,
    'missing-persons': manifest.held.some(
      ({ reason, rows, kept_rows = 0 }) => reason === 'missing_from_extract' && rows > kept_rows,
    ),
    'opening-arrears': manifest.opening_arrears.length > 0,
    'rejected-rows': manifest.counts.rejected_rows > 0,
    'skipped-term': skipsTerm(manifest),
    'stale-extract': isStale(manifest),
  };
  const figures = figuresUsed(manifest).filter(({ status }) => status !== 'verified');
  return [...figures.map(({ name }) => name), ...Object.keys(facts).filter((name) => facts[name])];
}

function isAboveAppropriation({ identity, acceptance, netting }: RunManifest2): boolean {
  const { appropriation_nok: appropriation } = identity.wants;
  const paidNok = netting.reduce((sum, row) => sum + row.paid_nok, acceptance.before?.paid_in_year_nok ?? 0);
  return appropriation !== '' && paidNok > appropriation;
}

function areFewer({ identity, acceptance: { before, extract } }: RunManifest2): boolean {
  const former = before?.extract ?? null;
  if (former === null || former === 'unknown') return former === 'unknown';
  const limitHundredths = Math.round(Number(identity.wants.fewer_persons_percent) * 100);
  const isFewer = (now: number, was: number): boolean => (was - now) * 10_000 > limitHundredths * was;
  return isFewer(extract.persons, former.persons) || isFewer(extract.hours_rows, former.hours_rows);
}

/** Terms between the batch posted last and this one, in years that have a calendar (2004, and 2016 and later). */
function skipsTerm({ identity, acceptance: { before } }: RunManifest2): boolean {
  if (before === null || before.grant_year === 0) return false;
  const [from, to] = [before.grant_year * 4 + before.term, identity.grant_year * 4 + identity.term - 1];
  for (let place = from; place < to; place += 1) {
    const year = Math.floor(place / 4);
    if (year === 2004 || year >= 2016) return true;
  }
  return false;
}

function isStale({ identity, extract }: RunManifest2): boolean {
  if (extract.taken_at === '') return false;
  const cutOff = Date.parse(`${identity.grant_year}-${TERM_ENDS[identity.term - 1]}`);
  return (cutOff - Date.parse(extract.taken_at)) / DAY_MILLISECONDS > STALE_DAYS;
}

function listed(names: readonly string[]): string {
  return names.join(', ') || '-';
}
