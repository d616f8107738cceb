'use strict';
const { cpSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Measurements build within the project, where packages are found. */
function cacheOf(program) {
  return join(program, 'node_modules', '.cache', 'norsktilskudd-bench');
}

/**
 * Modules of the program by the names given to them, bundled for a measurement beside the threads that they start.
 * @param modules their paths in the project, such as `{ engine: 'src/engine' }`
 * @param program a project with the same layout
 */
function loadModules(program, modules) {
  const { BUNDLES, bundle } = require(join(program, '.build.cjs'));
  const folder = join(cacheOf(program), 'modules');
  const threads = Object.entries(BUNDLES).filter(([name]) => name.endsWith('-thread'));
  bundle(program, folder, Object.fromEntries(threads));
  const lines = Object.entries(modules).map(([name, path]) => `export * as ${name} from './${path}';\n`);
  const outfile = join(folder, `${Object.keys(modules).join('-')}.js`);
  const stdin = { contents: lines.join(''), resolveDir: program };
  bundle(program, undefined, undefined, { stdin, outfile, outdir: undefined, entryPoints: undefined });
  return require(outfile);
}

/**
 * A copy of the built program with a text of its bundle in the place of another; returns the script that starts it. What
 * it makes could never be verified.
 */
function changedProgram(program, name, before, after) {
  const folder = join(cacheOf(program), name);
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['bin', 'dist']) cpSync(join(program, part), join(folder, part), { recursive: true });
  const bundle = join(folder, 'dist', 'program.js');
  const text = readFileSync(bundle, 'utf8');
  if (text.split(before).length !== 2) throw new Error(`not once in the bundle: ${before}`);
  writeFileSync(
    bundle,
    text.replace(before, () => after),
  );
  return join(folder, 'bin', 'norsktilskudd');
}

module.exports = { changedProgram, loadModules };
