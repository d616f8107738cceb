'use strict';
/**
 * Bundles the program into dist/ with esbuild: one file for each thing that starts, so that nothing waits for what it does
 * not need. Packages are bundled, too, and so belong to the build that the program names; only SQLite, which is compiled,
 * stays where npm installs it. Not minified: what runs can be read beside what it was made of.
 *
 *     node .build.cjs [FOLDER]     # a project elsewhere, with the same layout
 */
const { rmSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { buildSync } = require('esbuild');

const { buildVerifiers } = require('./.build-verifiers.cjs');
const { writeRuleIndex } = require('./.rule-index.cjs');

/** Files of dist/ without their ending, and the modules that they begin with. */
const BUNDLES = {
  index: 'src/app/library/index.ts',
  start: 'src/cli/start.ts',
  program: 'src/cli/every-command.ts',
  explain: 'src/cli/explain-alone.ts',
  run: 'src/cli/run-alone.ts',
  demo: 'src/cli/demo.ts',
  'hours-thread': 'src/register/extract/hours-thread.ts',
  'scenario-thread': 'src/app/scenario/scenario-thread.ts',
  'sealing-thread': 'src/app/trace-sealing-thread.ts',
};

/** Options of every bundle: the same sources give the same bytes, whatever folder they lie in. */
function optionsFor(root) {
  return {
    absWorkingDir: root,
    bundle: true,
    external: ['better-sqlite3', 'echarts', 'xmllint-wasm'],
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'warning',
  };
}

/**
 * Bundles a project in `root` into `outdir`.
 *
 * @param more options of esbuild that differ
 */
function bundle(root, outdir = join(root, 'dist'), entryPoints = BUNDLES, more = {}) {
  return buildSync({ ...optionsFor(root), entryPoints, outdir, ...more });
}

module.exports = { BUNDLES, bundle, optionsFor };

if (require.main === module) {
  const root = resolve(process.argv[2] ?? __dirname);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  writeRuleIndex(root);
  bundle(root);
  buildVerifiers(root, optionsFor(root));
}
