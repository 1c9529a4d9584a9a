/** Projects are the suites of `npm test`; each can be run alone with `npx jest --selectProjects <name>`. */
const base = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.(ts|m?js)$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
  },
  // These packages ship ES modules only; Jest on Node 20 needs them transformed.
  transformIgnorePatterns: ['/node_modules/(?!(cookie|@fastify/cookie|content-disposition|jose|standardwebhooks|@stablelib|fast-sha256)/)'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
};
/** What a suite needs running; each set-up runs once however many suites name it. */
const needs = (setup) => ({
  globalSetup: `<rootDir>/test/support/${setup}.ts`,
  globalTeardown: '<rootDir>/test/support/teardown.ts',
});
const suite = (name, extra = {}) => ({ ...base, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.test.ts`], ...extra });
module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    suite('unit'),
    suite('property'),
    suite('db', needs('start-postgres')),
    suite('workflow', needs('warm-temporal')),
    suite('replay', needs('warm-temporal')),
    suite('api', needs('start-all')),
    suite('scenario', needs('start-all')),
    suite('browser', needs('start-browsed')),
  ],
};
