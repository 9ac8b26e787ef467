const swc = ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }];

/** Unit tests stand beside what they test; tests/ holds what crosses a boundary. */
const common = {
  // hyparquet and its writer are ES modules only, which Jest cannot require.
  transform: { '^.+\\.tsx?$': swc, '/node_modules/hyparquet.*\\.js$': swc },
  transformIgnorePatterns: ['/node_modules/(?!hyparquet)'],
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['/.readout/', '/.aws-sam/', '/dist/'],
};

export default {
  testTimeout: 30_000,
  maxWorkers: '100%',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{cli,client,functions,layers,local}/**/*.test.ts',
        '<rootDir>/web/src/**/*.test.ts',
      ],
    },
    { ...common, displayName: 'workflow', testMatch: ['<rootDir>/tests/workflow/**/*.test.ts'] },
    {
      ...common,
      displayName: 'faults',
      testMatch: ['<rootDir>/tests/faults/*.test.ts', '<rootDir>/tests/faults/world/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/{e2e,browser,security,faults/e2e}/**/*.test.ts'],
      setupFiles: ['<rootDir>/tests/support/own-person.cjs'],
      globalSetup: '<rootDir>/tests/support/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
    },
  ],
};
