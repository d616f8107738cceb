'use strict';
const { existsSync, mkdtempSync, statfsSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** A place in memory: tests wait for no disk. */
const IN_MEMORY = '/dev/shm';
/** Room that the tests need there, several times over. */
const ROOM_BYTES = 4 * 1024 ** 3;

function place() {
  if (process.env.TMPDIR !== undefined || !existsSync(IN_MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize < ROOM_BYTES ? tmpdir() : IN_MEMORY;
}

/** One folder for everything temporary of a test run, also what the program under test and broken-off tests leave. */
module.exports = () => {
  process.env.TMPDIR = mkdtempSync(join(place(), 'norsktilskudd-tests-'));
};
