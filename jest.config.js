/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test', '<rootDir>/examples'],
  // Jest would leave one core free: half of a small machine.
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/tools/report.js'],
  // Tests of rules need Prometheus' promtool.
  testPathIgnorePatterns: ['/node_modules/', '/test/e2e/', '/dist/', '\\.rules\\.test\\.ts$'],
  modulePathIgnorePatterns: ['<rootDir>/lib/'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json' }] },
  moduleNameMapper: {
    '^cdk8s-mdai$': '<rootDir>/src/index.ts',
    '^cdk8s-mdai/testing$': '<rootDir>/src/testing.ts',
    '^cdk8s-mdai/plugin$': '<rootDir>/src/plugin.ts',
  },
};
