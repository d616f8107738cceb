'use strict';
/**
 * Preloaded into a process of the built program (`node -r`), also into its threads: sets the fault plan that FAULT_PLAN
 * names, `kill:file.write:17` or `kill:17`. The program itself knows no such switch.
 */
const { join } = require('node:path');

const match = /^(fail|kill):(?:([a-z.]+):)?(\d+)$/.exec(process.env.FAULT_PLAN ?? '');
if (match) {
  const { load } = require(join(__dirname, '..', '..', 'dist', 'src', 'start.js'));
  const [, action, prefix = '', occurrence] = match;
  load('src/effects/faults.js').setFaultPlan({ action, prefix, occurrence: Number(occurrence) });
}
