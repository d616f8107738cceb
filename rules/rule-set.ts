import type { AssumptionTable, LimitTable, PlaceRegister, Rate, RateTable, RegionTable } from '../src/domain';

/** Everything that decides results apart from the register and the ledger. */
export interface RuleSet {
  readonly places: PlaceRegister;
  readonly regions: RegionTable;
  readonly rates: RateTable;
  readonly assumptions: AssumptionTable;
  readonly limits: LimitTable;
  /** Rates as shipped, before overlays: to tell which verified cells an overlay changes. */
  readonly shippedRates: readonly Rate[];
}
