export type { RunStart } from './begin-run';
export { type CalculationInput, calculate } from './calculate';
export { calculateKommuner, type KommunerInput } from './calculate-kommuner';
export { calculatePerson, type PersonCalculation, type PersonInput } from './calculate-person';
export { cutOffDate } from './cut-off';
export { cumulativeDueOf, firstTermOf, partsOf, weightsOf } from './due';
export { type ComponentPlan, contextOf, planRun, type RunPlan } from './plan';
export { settlePerson } from './settle';
