'use strict';
/**
 * Bundles the program into dist/ with esbuild: one file for each thing that starts, so that nothing waits for what it does
 * not need. Packages are bundled, too, and so belong to the build that the program names; only SQLite, which is compiled,
 * stays where npm installs it. Not minified: what runs can be read beside what it was made of.
 *
 *     node .build.cjs [FOLDER]     # a project elsewhere, with the same layout
 */
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { build, buildSync } = require('esbuild');
const { writeRuleIndex } = require('./.rule-index.cjs');

/** Files of dist/ without their ending, and the modules that they begin with. */
const BUNDLES = {
  index: 'src/app/library/index.ts',
  start: 'src/cli/start.ts',
  program: 'src/cli/every-command.ts',
  explain: 'src/cli/explain-alone.ts',
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
    external: ['better-sqlite3'],
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

const COMMENT = /\/\*\*(?:[^*]|\*(?!\/))*\*\/\n/;
/** A comment of what the bundle does not have: a type, or something that nothing uses. */
const OF_TYPE = new RegExp(`^${COMMENT.source}(?=(?:export )?(?:interface|type|declare) )`, 'gm');
const OF_NOTHING = new RegExp(`^(?:${COMMENT.source})+(?=\\n|/\\*\\*|// |$)`, 'gm');

/** Has esbuild keep comments: those of licences stay, so every comment that begins a line is marked as one for a while. */
const KEEP_COMMENTS = {
  name: 'keep-comments',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8').replace(OF_TYPE, '');
      return { contents: text.replace(/^( *)\/\*\*/gm, '$1/*!').replace(/^( *)\/\/ /gm, '$1//! '), loader: 'ts' };
    });
  },
};

/**
 * Bundles modules into a single file that is read by people, with its comments.
 *
 * @param entry module that it begins with, relative to `root`
 * @param banner what stands first: the line for the shell, and what the file is
 */
async function bundleReadable(root, entry, outfile, banner) {
  const options = { entryPoints: [entry], outfile, plugins: [KEEP_COMMENTS], legalComments: 'inline', write: false };
  const { outputFiles } = await build({ ...optionsFor(root), ...options });
  const [{ text }] = outputFiles;
  const plain = text.replaceAll('/*!', '/**').replaceAll('//! ', '// ').replace(OF_NOTHING, '');
  writeFileSync(outfile, `${banner}\n${plain}`, { mode: 0o755 });
}

module.exports = { BUNDLES, bundle, bundleReadable };

if (require.main === module) {
  const root = resolve(process.argv[2] ?? __dirname);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  writeRuleIndex(root);
  bundle(root);
}
