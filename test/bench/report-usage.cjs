'use strict';
/** Preloaded into a measured process: writes its time since start and its peak resident memory when it ends. */
const { writeFileSync } = require('node:fs');
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = {
    seconds: process.uptime(),
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  };
  writeFileSync(process.env.BENCH_USAGE_FILE, JSON.stringify(usage));
});
