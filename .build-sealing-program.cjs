'use strict';
/**
 * Compiles src/trace/sealing-program (AssemblyScript) to WebAssembly, where a source is newer than what is there. The
 * program imports nothing: it can only work out numbers from what stands in its memory, and a broken assertion stops it.
 */
const { existsSync, readdirSync, renameSync, statSync } = require('node:fs');
const { join } = require('node:path');

const SOURCES = 'src/trace/sealing-program';
const TARGET = 'dist/sealing-program.wasm';
const OPTIONS = ['--optimizeLevel', '3', '--enable', 'simd', '--runtime', 'stub', '--use', 'abort='];

function changedAt(path) {
  return statSync(path).mtimeMs;
}

function isUpToDate(root) {
  const target = join(root, TARGET);
  if (!existsSync(target)) return false;
  const sources = readdirSync(join(root, SOURCES)).map((name) => join(root, SOURCES, name));
  // The compiler may be another one.
  const lock = join(root, 'package-lock.json');
  return [...sources, lock, __filename].every((source) => changedAt(source) < changedAt(target));
}

/** Compiles the program of the project in `root`. Warnings of the compiler fail the build. */
async function buildSealingProgram(root) {
  if (isUpToDate(root)) return;
  const compiler = await import('assemblyscript/asc');
  const made = `${TARGET}.${process.pid}`;
  const { error, stderr } = await compiler.main([`${SOURCES}/index.ts`, '--baseDir', root, '-o', made, ...OPTIONS]);
  const told = stderr.toString();
  if (error || told !== '') throw new Error(`the sealing program does not compile:\n${told || error}`);
  renameSync(join(root, made), join(root, TARGET));
}

module.exports = { buildSealingProgram };
