'use strict';
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** One folder for everything temporary of a test run, also what the program under test and broken-off tests leave. */
module.exports = () => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'norsktilskudd-tests-'));
};
