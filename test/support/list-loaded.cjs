'use strict';
/**
 * Preloaded into a process: at its end writes the modules that it has loaded, relative to the project, one a line, and
 * into a second list (`.read`) the files that were read for it; one file may hold many modules.
 */
const { writeFileSync } = require('node:fs');
const { _extensions: readers } = require('node:module');
const { join, relative } = require('node:path');

const PROJECT = join(__dirname, '..', '..');

const readScript = readers['.js'];
const read = [];

readers['.js'] = (module, file) => {
  read.push(file);
  readScript(module, file);
};

process.on('exit', () => {
  const { LOADED_FILES_LIST: list } = process.env;
  const modules = Object.keys(require.cache).filter((file) => file !== __filename);
  for (const [path, files] of [
    [list, modules],
    [`${list}.read`, read],
  ]) {
    writeFileSync(path, files.map((file) => relative(PROJECT, file)).join('\n'));
  }
});
