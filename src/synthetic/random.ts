export { mix, Random } from '../domain';

/** Topics that have a stream of their own. Numbers are never used again for something else. */
export const TOPIC = {
  facts: 1,
  targetGroup: 2,
  decisions: 3,
  residence: 4,
  training: 5,
  hours: 6,
  identity: 7,
  errors: 8,
  kommune: 9,
  hoursRows: 10,
} as const;
