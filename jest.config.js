/** Tests run as ES modules; `npm test` starts node with --experimental-vm-modules. */
export default {
  testEnvironment: 'node',
  reporters: ['default', '<rootDir>/scripts/closing-line.mjs'],
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'] },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true }] },
};
