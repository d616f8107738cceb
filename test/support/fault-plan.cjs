'use strict';
/**
 * Preloaded into a process of the built program (`node -r`), also into its threads: sets the fault plan that FAULT_PLAN
 * names, `kill:file.write:17` or `kill:17`. The program itself knows no such switch.
 */
const match = /^(fail|kill):(?:([a-z.]+):)?(\d+)$/.exec(process.env.FAULT_PLAN ?? '');
if (match) {
  const [, action, prefix = '', occurrence] = match;
  globalThis.norsktilskuddFaultPlan = { action, prefix, occurrence: Number(occurrence) };
}
