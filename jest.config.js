const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
      module: { type: 'commonjs' },
    },
  ],
  // Stories use the client as it was built, and what the faults use too; Jest itself loads no ES modules.
  '/clients/web/dist/.+\\.js$|/tests/[^/]+\\.mjs$': [
    '@swc/jest',
    { jsc: { target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

/**
 * `unit`: beside the code, no database. `stories`: over HTTP on a real Strapi and a real database.
 * `browser`: Chromium in front of the same.
 */
module.exports = {
  // A story boots Strapi, on a machine that may be busy.
  testTimeout: 60_000,
  projects: [
    {
      displayName: 'unit',
      testEnvironment: 'node',
      transform,
      testMatch: [
        '<rootDir>/plugins/*/{server,contracts,admin}/**/*.test.{ts,tsx}',
        '<rootDir>/clients/*/src/**/*.test.ts',
        '<rootDir>/tests/**/*.unit.ts',
      ],
      modulePathIgnorePatterns: ['/dist/'],
    },
    {
      displayName: 'stories',
      testEnvironment: 'node',
      transform,
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/before-all.mjs',
      globalTeardown: '<rootDir>/tests/after-all.mjs',
      modulePathIgnorePatterns: ['/dist/'],
    },
    {
      displayName: 'browser',
      testEnvironment: 'node',
      transform,
      testMatch: ['<rootDir>/tests/browser/**/*.browser.ts'],
      modulePathIgnorePatterns: ['/dist/'],
    },
  ],
};
