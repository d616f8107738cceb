'use strict';
/** Preloaded into a process: at its end writes the files that it has loaded, relative to the project, one a line. */
const { writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const PROJECT = join(__dirname, '..', '..');

process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => file !== __filename);
  writeFileSync(process.env.LOADED_FILES_LIST, files.map((file) => relative(PROJECT, file)).join('\n'));
});
