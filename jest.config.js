/** Tests run as ES modules; `npm test` starts node with --experimental-vm-modules. */
export default {
  // two, also where jest would take one processor less than there are: most tests wait for a program they started
  maxWorkers: 2,
  // milliseconds; only against tests that hang, no test is about time
  testTimeout: 300_000,
  // what the build puts in
  globals: { VERSION: '0.0.0', JUDGING_DIGEST: '0'.repeat(64) },
  testEnvironment: '<rootDir>/test/environment.mjs',
  reporters: ['default', '<rootDir>/scripts/closing-line.mjs'],
  // src too, where jest looks for the tests of changed files
  roots: ['<rootDir>/test', '<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'] },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true }] },
};
