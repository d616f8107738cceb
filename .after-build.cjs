'use strict';
/**
 * Last step of the build.
 *
 * What lost its source goes: the compiler leaves it, and a package would take it along.
 *
 * A room's index re-exports what others may use, and TypeScript compiles each re-export to a getter; on an object with a
 * hundred of them a call costs ten times what the function does (reading one number of a column). Rooms import one way
 * only, so nothing is read before it is there, and plain values do the same for nothing.
 *
 * What is needed together at a start is packed into one file, and the program that seals traces is compiled.
 */
const { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const { buildSealingProgram } = require('./.build-sealing-program.cjs');
const { writePacks } = require('./.pack-modules.cjs');

const BUILT = join(__dirname, 'dist');
const GETTER =
  /Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+\.\w+); \} \}\);/g;

function scripts(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return scripts(path);
    return entry.name.endsWith('.js') ? [path] : [];
  });
}

function hasSource(script) {
  return existsSync(join(__dirname, relative(BUILT, script).replace(/js$/, 'ts')));
}

function giveValues(script) {
  const text = readFileSync(script, 'utf8');
  const plain = text.replace(GETTER, 'exports.$1 = $2;');
  if (plain !== text) writeFileSync(script, plain);
}

for (const script of scripts(BUILT)) {
  if (!hasSource(script)) rmSync(script);
  else if (script.endsWith('index.js')) giveValues(script);
}
writePacks(BUILT);
buildSealingProgram(__dirname);
