'use strict';
/**
 * Puts modules that are needed together into one file: finding, reading and compiling hundreds of small ones takes longer
 * than explaining a line. There is a pack of what every start needs, and all that `explain` may need, and a pack of what
 * the sealing thread needs. The modules stay where they are, too, for other threads and for whoever reads them; whichever
 * way one is loaded first, it is there once (require.cache).
 */
const { existsSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');

const PACKS = [
  { target: 'src/start.js', first: ['src/cli/start-program.js', 'src/cli/main.js', 'src/cli/commands/explain.js'] },
  {
    target: 'src/sealing-thread.js',
    first: ['src/app/trace-sealing-thread.js'],
    runs: 'src/app/trace-sealing-thread.js',
  },
];
/** Where modules that are required on demand belong to an explanation; elsewhere they are for other occasions. */
const ON_DEMAND = /^src\/(cli\/commands\/explain\.js|(cli\/|app\/|)explain\/|register\/snapshot\/)/;
/** The compiler leaves what a module requires at once at the beginning of a line. */
const AT_ONCE = /^\S.*\brequire\(["'](\.[^"']*)["']\)/gm;
const ANYWHERE = /\brequire\(["'](\.[^"']*)["']\)/g;

function specifiersIn(text, pattern) {
  return [...new Set(Array.from(text.matchAll(pattern), (match) => match[1]))].sort();
}

function slashed(path) {
  return path.replaceAll('\\', '/');
}

/** Path of the module that a file of the program requires, as names in the pack have it. */
function resolveLink(built, from, specifier) {
  const path = join(dirname(from), specifier);
  const found = [`${path}.js`, join(path, 'index.js'), path].find(
    (candidate) => existsSync(join(built, candidate)) && statSync(join(built, candidate)).isFile(),
  );
  if (found === undefined) throw new Error(`${from} requires ${specifier}, which is not there`);
  return slashed(found);
}

/** The modules to pack, with their texts and links. */
function modulesToPack(built, first) {
  const modules = new Map();
  const waiting = [...first];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (modules.has(name)) continue;
    const text = readFileSync(join(built, name), 'utf8');
    const linkOf = (specifier) => resolveLink(built, name, specifier);
    const links = specifiersIn(text, ANYWHERE).map((specifier) => [specifier, linkOf(specifier)]);
    modules.set(name, { text, links: Object.fromEntries(links) });
    waiting.push(...specifiersIn(text, ON_DEMAND.test(name) ? ANYWHERE : AT_ONCE).map(linkOf));
  }
  return modules;
}

/**
 * Stands in the pack as it is. Does for its modules what Node does, but for finding and reading them.
 * @param own what the pack has as a module
 * @param base the built folder
 */
function loaderOf(own, base, files) {
  const { Module, dirname, join, require, module } = own;
  return function load(name) {
    const path = join(base, name);
    const known = require.cache[path];
    if (known) return known.exports;
    const file = files[name];
    if (!file) return require(path);
    const made = new Module(path, module);
    made.filename = path;
    require.cache[path] = made;
    const requireFrom = (specifier) => (file.links[specifier] ? load(file.links[specifier]) : require(specifier));
    try {
      file.code.call(made.exports, made.exports, requireFrom, made, path, dirname(path));
      made.loaded = true;
    } finally {
      if (!made.loaded) delete require.cache[path];
    }
    return made.exports;
  };
}

function entryOf([name, { text, links }]) {
  const code = `(function (exports, require, module, __filename, __dirname) {\n${text}\n})`;
  return `${JSON.stringify(name)}: { links: ${JSON.stringify(links)}, code: ${code} },\n`;
}

/** Writes a pack into the built folder. It exports `load`, which gives a module of the program by its path there. */
function writePack(built, { target, first, runs }) {
  const modules = [...modulesToPack(built, first)].sort(([a], [b]) => (a < b ? -1 : 1));
  const up = slashed(relative(join(built, dirname(target)), built));
  const text = [
    "'use strict';",
    "const Module = require('node:module');",
    "const { dirname, join } = require('node:path');",
    loaderOf.toString(),
    `const files = {\n${modules.map(entryOf).join('')}};`,
    `exports.load = loaderOf({ Module, dirname, join, require, module }, join(__dirname, '${up}'), files);`,
    ...(runs ? [`exports.load('${runs}');`] : []),
  ];
  writeFileSync(join(built, target), `${text.join('\n')}\n`);
}

function writePacks(built) {
  for (const pack of PACKS) writePack(built, pack);
}

module.exports = { writePacks };
