/** The globals that the program reckons with. */
const GLOBALS =
  'Array BigInt Boolean Buffer Error Float64Array Int32Array JSON Map Math Number Object RegExp Set String Symbol';

/** Tests run from TypeScript through swc; types are checked apart by `tsc --noEmit`. */
module.exports = {
  testEnvironment: 'node',
  runtime: '<rootDir>/test/support/kept-scripts.cjs',
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/support/make-temporary-root.cjs',
  globalTeardown: '<rootDir>/test/support/remove-temporary-root.cjs',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/test/slow/', '/test/bench/', '/test/browser/'],
  // Handed to every module as arguments: a look-up through the sandbox of jest costs as much as a hundred additions.
  sandboxInjectedGlobals: [...GLOBALS.split(' '), 'Uint32Array', 'Uint8Array', 'WeakMap'],
  transformIgnorePatterns: ['/node_modules/(?!hyparquet)'],
  // Source maps in files of their own: inside the modules they would be compiled along, anew in every suite.
  transform: {
    // Packages that are ES modules alone are compiled, too.
    '^.+\\.ts$|/hyparquet(-writer)?/.+\\.js$': [
      '@swc/jest',
      { sourceMaps: true, jsc: { target: 'es2023', parser: { syntax: 'typescript' } } },
    ],
  },
};
