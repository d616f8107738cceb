/** Tests run from TypeScript through swc; types are checked apart by `tsc --noEmit`. */
module.exports = {
  testEnvironment: 'node',
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/support/make-temporary-root.cjs',
  globalTeardown: '<rootDir>/test/support/remove-temporary-root.cjs',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/test/slow/', '/test/bench/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
};
