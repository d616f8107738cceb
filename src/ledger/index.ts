export * from './codes';
export type { ActBy } from './journal';
export { type Ledger, openLedger } from './ledger';
export type { OpenOptions } from './open-ledger';
export * from './types';
