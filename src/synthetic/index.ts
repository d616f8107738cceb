export { demoOptions } from './demo';
export { type ExtractChunk, generateExtracts } from './generate';
export { DUF_YEAR_SHIFT } from './identity';
export { type GeneratorOptions, PERSONS_MAX, type SnapshotPlan, snapshotPlans } from './options';
