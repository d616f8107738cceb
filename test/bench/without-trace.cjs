'use strict';
const { changedProgram } = require('./modules.cjs');

const WRITER = 'function createTraceWriter(options) {';
const NO_WRITER = `function createTraceWriter({ open }) {
  return {
    ...NO_TRACE,
    finish() {
      const files = Object.values(TRACE_FILES).map((name) => ({ name, bytes: 0 }));
      for (const { name } of files) if (name !== TRACE_FILES.words) open(name);
      return { format: 0, leaves: 0, entries: 0, root: "", files };
    }
  };
}
function tracing(options) {`;

/** The program in which nothing is traced, for measuring what the trace costs; returns the script that starts it. */
function withoutTrace(program) {
  return changedProgram(program, 'without-trace', WRITER, NO_WRITER);
}

module.exports = { withoutTrace };
