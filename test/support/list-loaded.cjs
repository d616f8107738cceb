'use strict';
/**
 * Preloaded into a process: at its end writes the modules that it has loaded, relative to the project, one a line, and
 * into a second list (`.read`) the files that were read for it; one file may hold many modules. A command on a thread of
 * its own counts with the process.
 */
const { appendFileSync, rmSync } = require('node:fs');
const { _extensions: readers } = require('node:module');
const { join, relative } = require('node:path');
const { isMainThread, workerData } = require('node:worker_threads');

const PROJECT = join(__dirname, '..', '..');

const readScript = readers['.js'];
const read = [];

readers['.js'] = (module, file) => {
  read.push(file);
  readScript(module, file);
};

const { LOADED_FILES_LIST: list } = process.env;
if (isMainThread) for (const path of [list, `${list}.read`]) rmSync(path, { force: true });
/** Other threads work for a command; what they load is theirs. */
const isOfCommand = isMainThread || workerData?.memory !== undefined;

process.on('exit', () => {
  if (!isOfCommand) return;
  const modules = Object.keys(require.cache).filter((file) => file !== __filename);
  for (const [path, files] of [
    [list, modules],
    [`${list}.read`, read],
  ]) {
    appendFileSync(path, files.map((file) => `${relative(PROJECT, file)}\n`).join(''));
  }
});
