import { NEVER_PAYABLE, type ParameterStatus, rateCell } from '../../domain';
import type { Manifest } from '../manifest-schema';
import { checkAcceptance } from './check-acceptance';
import type { Problems } from './problems';

/** Blocks by what findings.csv says, which follows from nothing else in a folder. */
const FROM_FINDINGS = 'shared-national-ids';

/**
 * What the manifest says of being payable (rulebook 1): it is so where nothing blocks it, and what blocks it follows from
 * the figures that were used, the rows that were rejected and what the user accepted.
 */
export function checkPayable(manifest: Manifest, problems: Problems): void {
  if (manifest.format === 2) checkAcceptance(manifest, problems);
  const told = manifest.blocked_by.map(({ name }) => name).filter((name) => name !== FROM_FINDINGS);
  const compare = (path: string, of: string, expected: string, found: string): void =>
    problems.compare('VERIFY_MANIFEST_FIGURE', 'manifest.json', expected, found, { path, of });
  compare('payable', 'blocked_by', String(manifest.blocked_by.length === 0), String(manifest.payable));
  compare('blocked_by', 'rates_used, assumptions_used, accepted', listed(blockingNames(manifest)), listed(told));
}

function blockingNames(manifest: Manifest): string[] {
  return manifest.format === 1 ? blockingOfFormat1(manifest) : blockingOfFormat2(manifest);
}

/** Of what the run wants: what can never be paid, and what was not accepted; a rate or assumption needs a reference too. */
function blockingOfFormat2({ identity, acceptance: { accepted, wanted } }: Extract<Manifest, { format: 2 }>): string[] {
  if (identity.rehearsal) return [];
  const isAccepted = ({ name, status }: { name: string; status: string }): boolean =>
    accepted.some((given) => given.name === name && (status === '' || given.reference !== ''));
  return wanted
    .filter((thing) => (thing.status !== '' && NEVER_PAYABLE.includes(thing.status)) || !isAccepted(thing))
    .map(({ name }) => name)
    .filter((name) => name !== FROM_FINDINGS);
}

function blockingOfFormat1({ identity, rates_used, assumptions_used, counts, opening_arrears }: Manifest): string[] {
  if (identity.rehearsal) return [];
  // Each is a name, or a name, an equals sign and a reference.
  const accepted = new Set(identity.accepted.map((text) => text.split('=', 1)[0]));
  const accepts = (...names: readonly string[]): boolean => names.some((name) => accepted.has(name));
  const isBlocking = ({ name, status }: { name: string; status: ParameterStatus }): boolean =>
    NEVER_PAYABLE.includes(status) || (status === 'assumed' && !accepts(name, 'all-assumed'));
  const figures = [
    ...rates_used.map((row) => ({ name: rateCell(row.key, row.grant_year, row.rate_class), status: row.status })),
    ...assumptions_used.map(({ id, status }) => ({ name: id, status })),
  ];
  return [
    ...figures.filter(isBlocking).map(({ name }) => name),
    ...(counts.rejected_rows > 0 && !accepts('rejected-rows') ? ['rejected-rows'] : []),
    ...(opening_arrears.length > 0 && !accepts('opening-arrears') ? ['opening-arrears'] : []),
  ];
}

function listed(names: readonly string[]): string {
  return names.join(' ') || '-';
}
