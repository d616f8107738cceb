import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { SHIPPED_FILES } from '../../rules';

const BUILT = join(__dirname, '..', '..', 'dist');

function codeFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? codeFiles(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((path) => ['.js', '.wasm'].includes(extname(path)));
}

test('the build is a hash over every code file with its name, the compiled sealing program among them, and over every shipped table', () => {
  const files = ['rules', 'src'].flatMap((folder) => codeFiles(join(BUILT, folder)));
  expect(files.filter((path) => extname(path) === '.wasm')).toEqual([
    join(BUILT, 'src', 'trace', 'sealing-program.wasm'),
  ]);
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(file);
    hash.update(`${relative(BUILT, file)} ${bytes.length}\n`).update(bytes);
  }
  for (const name of Object.values(SHIPPED_FILES)) {
    const bytes = readFileSync(join(BUILT, '..', 'rules', 'data', name));
    hash.update(`rules/data/${name} ${bytes.length}\n`).update(bytes);
  }
  const script = `process.stdout.write(require(${JSON.stringify(join(BUILT, 'src', 'cli', 'program-build.js'))}).programBuild().buildSha256)`;
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe(hash.digest('hex'));
});
