import { type Assumption, type ErrorDetail, errorDetail, type Rate, rateCell } from '../domain';
import type { SignedList } from '../ledger';
import type { Manifest } from './run-manifest';

/** Rates and assumptions as they ship, of the very tables that a run names. */
export interface ShippedFigures {
  /** undefined where the run's table is not at hand. */
  readonly rates: readonly Rate[] | undefined;
  readonly assumptions: readonly Assumption[] | undefined;
}

/**
 * Figures that a run used and that are not what the program shipped: a status and a value are what the program or a file of
 * the run's inputs says, never what a file on disk said that day (rulebook 1).
 *
 * @returns faults, and whether some used cells rest on the run's own rates files alone
 */
export function unshippedFigures(
  manifest: Pick<Manifest, 'identity' | 'inputs' | 'rates_used' | 'assumptions_used'>,
  shipped: ShippedFigures,
): { readonly faults: readonly ErrorDetail[]; readonly fromFiles: readonly string[] } {
  const { identity, inputs, rates_used: used } = manifest;
  const hasFiles = inputs.some(({ sha256 }) => sha256 !== identity.recipients_sha256);
  const cells = new Map(shipped.rates?.map((rate) => [rateCell(rate.key, rate.grantYear, rate.rateClass), rate]));
  const faults: ErrorDetail[] = [];
  const fromFiles: string[] = [];
  for (const { key, grant_year: year, rate_class: rateClass, value_nok: value, status, source, note } of used) {
    if (shipped.rates === undefined) break;
    const name = rateCell(key, year, rateClass);
    const rate = cells.get(name);
    const expected = rate === undefined ? '-' : [rate.valueNok, rate.status, rate.source, rate.note].join(' | ');
    const found = [value, status, source, note].join(' | ');
    if (expected === found) continue;
    if (hasFiles) fromFiles.push(name);
    else faults.push(errorDetail('FIGURE_NOT_SHIPPED', { name, expected, found }));
  }
  return { faults: [...faults, ...assumptionFaults(manifest, shipped.assumptions)], fromFiles };
}

/** No file of a run changes an assumption. */
function assumptionFaults(
  { assumptions_used: used }: Pick<Manifest, 'assumptions_used'>,
  shipped: readonly Assumption[] | undefined,
): ErrorDetail[] {
  if (shipped === undefined) return [];
  const byId = new Map(shipped.map((row) => [row.id, [row.value, row.status, row.source, row.note].join(' | ')]));
  return used.flatMap(({ id, value, status, source, note }) => {
    const expected = byId.get(id) ?? '-';
    const found = [value, status, source, note].join(' | ');
    return expected === found ? [] : [errorDetail('FIGURE_NOT_SHIPPED', { name: id, expected, found })];
  });
}

/** The part of a manifest that says which rates a run read. */
export interface RatesOfManifest {
  readonly identity: {
    readonly recipients_sha256: string;
    /** Of format 2. */
    readonly tables?: readonly { readonly name: string; readonly sha256: string }[];
  };
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  readonly rates_used: readonly unknown[];
}

/** Table of the rates that ship with the program. */
export const SHIPPED_RATES = 'rates.csv';
/** How a list of rates names it. */
export const SHIPPED_RATES_ON_LIST = 'rules/data/rates.csv';

/**
 * Rates of a run that no two persons have approved: rates files, which are every input of the manifest but the recipients,
 * and, as soon as there is a list, the shipped table, too: the list covers every cell that was used. Runs of format 1 do
 * not name the shipped table.
 */
export function unapprovedRates(manifest: RatesOfManifest, rates: SignedList | undefined): ErrorDetail[] {
  const { identity, inputs, rates_used: used } = manifest;
  const approved = new Set(rates?.files.map((file) => file.sha256));
  const shipped = identity.tables?.filter(({ name }) => name === SHIPPED_RATES) ?? [];
  const files = inputs
    .filter(({ sha256 }) => sha256 !== identity.recipients_sha256 && !approved.has(sha256))
    .map(({ name, sha256 }) => errorDetail('RATES_NOT_APPROVED', { name, sha256 }));
  if (rates === undefined || used.length === 0) return files;
  const tables = shipped.filter(({ sha256 }) => !approved.has(sha256));
  return [
    ...files,
    ...tables.map(({ sha256 }) => errorDetail('SHIPPED_RATES_NOT_APPROVED', { name: SHIPPED_RATES_ON_LIST, sha256 })),
  ];
}
