export * from './canonical-json';
export * from './control-totals';
export * from './manifest';
export type { Manifest } from './manifest-schema';
export * from './pseudonym';
export * from './pseudonym-key';
export * from './run-id';
export * from './trace-files';
export * from './write-run-folder';
