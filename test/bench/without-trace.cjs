'use strict';
/**
 * Preloaded into a run to be measured: nothing is traced. Its folder could never be verified; the program has no such
 * switch.
 */
const { join } = require('node:path');

// By way of the pack, as the program itself: it shall not start more slowly here.
const { load } = require(join(__dirname, '..', '..', 'dist', 'src', 'start.js'));
const { NO_TRACE } = load('src/domain/index.js');
const { TRACE_FILES } = load('src/trace/format.js');
const traceWriter = load('src/trace/trace-writer.js');

traceWriter.createTraceWriter = ({ open }) => ({
  ...NO_TRACE,
  finish() {
    const files = Object.values(TRACE_FILES).map((name) => ({ name, bytes: 0 }));
    for (const { name } of files) if (name !== TRACE_FILES.words) open(name);
    return { format: 0, leaves: 0, entries: 0, root: '', files };
  },
});
