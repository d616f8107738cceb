'use strict';
const { sep } = require('node:path');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** What a process that runs tests has transformed and compiled, by file. */
const transformed = new Map();
const scripts = new Map();

/**
 * Jest's runtime, but that a process compiles each module of the program once, not anew for every file of tests: half of
 * the time of a short one goes there. What a module does, and all that it holds, still begins anew in every file of tests.
 */
module.exports = class KeptScripts extends Runtime {
  constructor(...parts) {
    super(...parts);
    const [config, , , , , , testPath, { watch, watchAll }] = parts;
    if (watch || watchAll) return;
    const isKept = (file) => file !== testPath && file.startsWith(config.rootDir + sep);
    keepTransformed(this.transformCache, isKept);
    keepScripts(this.executor, isKept);
  }
};

function keepTransformed(cache, isKept) {
  const transform = cache.transform.bind(cache);
  cache.transform = (file, options) => {
    if (!isKept(file) || options?.isInternalModule) return transform(file, options);
    if (!transformed.has(file)) {
      transform(file, options);
      transformed.set(file, cache.transforms.get(file));
    }
    const kept = transformed.get(file);
    cache.transforms.set(file, kept);
    if (kept.sourceMapPath) cache.sourceMaps.set(file, kept.sourceMapPath);
    return kept.code;
  };
}

function keepScripts(executor, isKept) {
  const compile = executor.compile.bind(executor);
  executor.compile = (source, file) => {
    const context = executor.environment.getVmContext();
    if (context === null || !isKept(file)) return compile(source, file);
    const head = `(function (${executor.injectedModuleParameters.join(', ')}) {`;
    try {
      if (!scripts.has(file)) {
        scripts.set(file, new Script(`${head}${source}\n})`, { filename: file, columnOffset: -head.length }));
      }
    } catch {
      // Jest says in its own way what is wrong with a file.
      return compile(source, file);
    }
    return scripts.get(file).runInContext(context);
  };
}
