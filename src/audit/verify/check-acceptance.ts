import { parseDay, rateCell } from '../../domain';
import type { Manifest } from '../manifest-schema';
import type { Problems } from './problems';

type Manifest2 = Extract<Manifest, { readonly format: 2 }>;

/** What follows from findings.csv or from the installation alone, and from nothing else in a folder. */
const NOT_FROM_MANIFEST: readonly string[] = ['shared-national-ids', 'tables'];
const STALE_DAYS = 31;
/** Last day of each term. */
const TERM_ENDS = ['03-31', '06-30', '09-30', '12-31'];

/**
 * What a manifest of format 2 says of acceptances: the names in the identity are those that it lists, and what the run
 * wants accepted follows from its figures, its extract and what was posted before.
 */
export function checkAcceptance(manifest: Manifest2, problems: Problems): void {
  const { accepted, wanted } = manifest.acceptance;
  const compare = (path: string, of: string, expected: readonly string[], found: readonly string[]): void =>
    problems.compare('VERIFY_MANIFEST_FIGURE', 'manifest.json', listed(expected), listed(found), { path, of });
  const texts = accepted.map(({ name, reference }) => (reference === '' ? name : `${name}=${reference}`));
  compare('acceptance.accepted', 'identity.accepted', manifest.identity.accepted, texts.toSorted());
  const told = wanted.map(({ name }) => name).filter((name) => !NOT_FROM_MANIFEST.includes(name));
  compare('acceptance.wanted', 'rates_used, held, acceptance.before', wantedNames(manifest).sort(), told.sort());
}

function wantedNames(manifest: Manifest2): string[] {
  const figures = [
    ...manifest.rates_used.map((row) => ({
      name: rateCell(row.key, row.grant_year, row.rate_class),
      status: row.status,
    })),
    ...manifest.assumptions_used.map(({ id, status }) => ({ name: id, status })),
  ];
  const facts: Readonly<Record<string, boolean>> = {
    'above-appropriation': isAboveAppropriation(manifest),
    'fewer-persons': areFewer(manifest),
    'first-run': manifest.acceptance.before === null && manifest.identity.term !== 1,
    'missing-persons': manifest.held.some(({ reason }) => reason === 'missing_from_extract'),
    'opening-arrears': manifest.opening_arrears.length > 0,
    'rejected-rows': manifest.counts.rejected_rows > 0,
    'skipped-term': skipsTerm(manifest),
    'stale-extract': isStale(manifest),
  };
  return [
    ...figures.filter(({ status }) => status !== 'verified').map(({ name }) => name),
    ...Object.keys(facts).filter((name) => facts[name]),
  ];
}

function isAboveAppropriation({ identity, acceptance, netting }: Manifest2): boolean {
  const { appropriation_nok: appropriation } = identity.wants;
  const paidNok = netting.reduce((sum, row) => sum + row.paid_nok, acceptance.before?.paid_in_year_nok ?? 0);
  return appropriation !== '' && paidNok > appropriation;
}

function areFewer({ identity, acceptance: { before, extract } }: Manifest2): boolean {
  const former = before?.extract ?? null;
  if (former === null || former === 'unknown') return former === 'unknown';
  const limitHundredths = Math.round(Number(identity.wants.fewer_persons_percent) * 100);
  const isFewer = (now: number, was: number): boolean => (was - now) * 10_000 > limitHundredths * was;
  return isFewer(extract.persons, former.persons) || isFewer(extract.hours_rows, former.hours_rows);
}

/** Terms between the batch posted last and this one, in years that have a calendar (2004, and 2016 and later). */
function skipsTerm({ identity, acceptance: { before } }: Manifest2): boolean {
  if (before === null || before.grant_year === 0) return false;
  const [from, to] = [before.grant_year * 4 + before.term, identity.grant_year * 4 + identity.term - 1];
  for (let place = from; place < to; place += 1) {
    const year = Math.floor(place / 4);
    if (year === 2004 || year >= 2016) return true;
  }
  return false;
}

function isStale({ identity, extract }: Manifest2): boolean {
  const takenAt = parseDay(extract.taken_at);
  const cutOff = parseDay(`${identity.grant_year}-${TERM_ENDS[identity.term - 1]}`);
  return takenAt !== undefined && cutOff !== undefined && cutOff - takenAt > STALE_DAYS;
}

function listed(names: readonly string[]): string {
  return names.join(', ') || '-';
}
