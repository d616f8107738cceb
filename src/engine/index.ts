export { cutOffDate, type RunStart } from './begin-run';
export { type CalculationInput, calculate } from './calculate';
export { calculateKommuner, type KommunerInput } from './calculate-kommuner';
export { calculatePerson, type PersonCalculation, type PersonInput } from './calculate-person';
export { cumulativeDueOf, firstTermOf } from './due';
export { HoursBasis } from './hours-basis';
export { lawOfEarliestRow, mainRecipient, PersonHours, startsWithin } from './hours-person';
export { type ComponentPlan, contextOf, planRun, type RunPlan } from './plan';
export { settlePerson } from './settle';
