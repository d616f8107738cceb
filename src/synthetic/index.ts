export { type ArrivalFlow, FLOW_SHAPES } from './arrival-flow';
export { type ExtractChunk, generateExtracts } from './generate';
export { DUF_YEAR_SHIFT } from './identity';
export { demoOptions, type GeneratorOptions, PERSONS_MAX, type SnapshotPlan, snapshotPlans } from './options';
