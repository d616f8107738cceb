/** Pages in the system's Chromium: apart from `npm test`, since they need a browser. Without one they are left out, aloud; with CI set they fail. */
module.exports = {
  ...require('./jest.config.cjs'),
  testPathIgnorePatterns: ['/node_modules/'],
  roots: ['<rootDir>/test/browser'],
  testTimeout: 300000,
};
