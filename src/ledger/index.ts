export * from './codes';
export type { ActBy } from './journal';
export { type Ledger, openLedger } from './ledger';
export type { OpenOptions } from './open-ledger';
export * from './outcome-types';
export { OUTCOME_KINDS, type OutcomeKind } from './schema-outcomes';
export * from './types';
