/** Against the real programs that `npm run tools` builds. */
const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/e2e', '<rootDir>/examples'],
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts', '<rootDir>/examples/**/*.rules.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  setupFiles: ['<rootDir>/test/e2e/promtool.ts'],
  testTimeout: 120_000,
  // Each file starts servers of its own, on free ports.
  maxWorkers: 2,
};
