/** The slow suites: every golden case, long random histories, fault injection at every point. */
module.exports = {
  ...require('./jest.config.cjs'),
  testPathIgnorePatterns: ['/node_modules/', '/test/bench/'],
  roots: ['<rootDir>/test/slow'],
  testTimeout: 600000,
};
