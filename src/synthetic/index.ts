export { type ExtractChunk, generateExtracts } from './generate';
export { DUF_YEAR_SHIFT } from './identity';
export { demoOptions, type GeneratorOptions, PERSONS_MAX, type SnapshotPlan, snapshotPlans } from './options';
