/** Runs src/app/trace-sealing-thread.ts uncompiled, for tests: TypeScript is translated as it is required. */
const { transformFileSync } = require('@swc/core');

const options = {
  jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
  swcrc: false,
};
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
require('../../../src/app/trace-sealing-thread.ts');
