const swc = (parser) => ['@swc/jest', {
  jsc: {
    target: 'es2022',
    parser,
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
}];

/** jest runs every test against a real Neo4j (tests/setup/global.ts): two workers, each with a store of its own, so that one computes while the other's database does. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    // d3 comes as ES modules alone, which Node loads by import() and jest only once they are turned.
    '/node_modules/d3-[a-z]+/.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: ['/node_modules/(?!d3-)'],
  globalSetup: '<rootDir>/tests/setup/global.ts',
  globalTeardown: '<rootDir>/tests/setup/teardown.ts',
  // Dynamic imports name the file that will run.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  reporters: ['default', '<rootDir>/tests/setup/count-reporter.cjs'],
  setupFiles: ['<rootDir>/tests/setup/worker.ts'],
  maxWorkers: 2,
  testTimeout: 120_000,
};
