'use strict';
/**
 * Makes the verifiers that stand alone, one file each, from the modules that `norsktilskudd verify` uses. They are read by
 * people: comments stay, nothing is minified, and what the file is stands first. The same sources give the same bytes.
 */
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { build } = require('esbuild');

/** Modules that a file begins with. */
const ENTRIES = 'src/audit/verifier/alone';

const COMMENT = /\/\*\*(?:[^*]|\*(?!\/))*\*\/\n/;
/** A comment of what the bundle does not have: a type, or something that nothing uses. */
const OF_TYPE = new RegExp(`^${COMMENT.source}(?=(?:export )?(?:interface|type|declare) )`, 'gm');
const OF_NOTHING = new RegExp(`^(?:${COMMENT.source})+(?=\\n|/\\*\\*|// |$)`, 'gm');
/** What the file is: the first comment of its entry, before the imports. */
const ABOUT = new RegExp(`^${COMMENT.source}(?=import )`);
const RUN = 'if (require.main === module) process.exitCode = main(process.argv.slice(2));';

/** Has esbuild keep comments: those of licences stay, so every comment that begins a line is marked as one for a while. */
const KEEP_COMMENTS = {
  name: 'keep-comments',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8').replace(ABOUT, '').replace(OF_TYPE, '');
      return { contents: text.replace(/^( *)\/\*\*/gm, '$1/*!').replace(/^( *)\/\/ /gm, '$1//! '), loader: 'ts' };
    });
  },
};

/** Text of a verifier, by the module that it begins with. */
async function verifierText(root, entry, options) {
  const [about = ''] = ABOUT.exec(readFileSync(join(root, entry), 'utf8')) ?? [];
  const { outputFiles } = await build({
    ...options,
    format: 'esm',
    entryPoints: [entry],
    outfile: join(root, 'bin', 'verifier.cjs'),
    plugins: [KEEP_COMMENTS],
    legalComments: 'inline',
    write: false,
  });
  const code = outputFiles[0].text
    .replaceAll('/*!', '/**')
    .replaceAll('//! ', '// ')
    .replace(OF_NOTHING, '')
    .replace(
      /^import (\{[^}]*\}) from ("node:\w+");$/gm,
      (_, names, from) => `const ${names.replaceAll(' as ', ': ')} = require(${from});`,
    )
    .replace(/^export \{\n {2}main\n\};$/m, 'module.exports = { main };')
    .replace(/\n(?=(?:\/\*\*|\/\/ [\w./-]+\.ts$))/gm, '\n\n');
  return `#!/usr/bin/env node\n'use strict';\n${about.replace('/**', '/*')}${code}${RUN}\n`;
}

/** Writes every verifier into bin/ of a project, or into another folder. */
async function buildVerifiers(root, options, outdir = join(root, 'bin')) {
  for (const name of readdirSync(join(root, ENTRIES)).filter((file) => file.startsWith('verify-'))) {
    const text = await verifierText(root, `${ENTRIES}/${name}`, options);
    writeFileSync(join(outdir, name.replace(/ts$/, 'cjs')), text, { mode: 0o755 });
  }
}

module.exports = { buildVerifiers };
