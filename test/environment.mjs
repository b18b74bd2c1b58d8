/**
 * Jest's environment of Node, but for two things that cost several times what they give:
 *
 * - Names such as `Math` are found as in a program. In jest's own each is asked of a proxy every time, and a search that
 *   looks at millions of points took six to thirty times as long.
 * - What jest-circus stores beside asynchronous calls ends with a test file. It makes a storage for each file and leaves it
 *   on: before Node 24 each promise is then noted in the storages of all files that the process has run.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

const { createContext } = vm;
const { run } = AsyncLocalStorage.prototype;
const used = new Set();

AsyncLocalStorage.prototype.run = function (...given) {
  used.add(this);
  return run.apply(this, given);
};

export default class PlainEnvironment extends TestEnvironment {
  constructor(...given) {
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }

  async teardown() {
    for (const storage of used) storage.disable();
    used.clear();
    await super.teardown();
  }
}
