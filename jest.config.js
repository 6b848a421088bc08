/** One jest project a ring, so that `make test` can run and name them one by one. */
const shared = {
  testEnvironment: '<rootDir>/scripts/test-environment.js',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }] },
  modulePathIgnorePatterns: ['<rootDir>/.build/', '<rootDir>/dist/', '<rootDir>/lab/.cache/'],
};

const ring = (displayName, testMatch, more = {}) => ({ ...shared, displayName, testMatch, ...more });

export default {
  // A machine may be busy: this ends only what waits for ever.
  testTimeout: 180_000,
  projects: [
    ring('unit', ['<rootDir>/__tests__/{app,build,check,cli,docker,facts,git,host,oci,plan,publish,registry,report,staging}/**/*.test.ts']),
    ring('architecture', ['<rootDir>/__tests__/*.test.ts']),
    ring('conformance', ['<rootDir>/__tests__/conformance/**/*.test.ts']),
    ring('tools', ['<rootDir>/__tests__/tools/**/*.test.ts']),
    ring('simulation', ['<rootDir>/__tests__/simulation/**/*.test.ts']),
    ring('fuzz', ['<rootDir>/__tests__/fuzz/**/*.test.ts']),
    ring('dist', ['<rootDir>/__tests__/dist/**/*.test.ts']),
    ring('contract', ['<rootDir>/__tests__/contract/**/*.test.ts']),
    ring('e2e', ['<rootDir>/__tests__/e2e/**/*.test.ts']),
    ring('examples', ['<rootDir>/__tests__/examples/**/*.test.ts']),
    ring('faults', ['<rootDir>/__tests__/faults/**/*.test.ts']),
  ],
};
