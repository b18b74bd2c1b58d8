/**
 * Jest's environment of Node, but that names such as `Math` are found as in a program: in jest's own each is asked of a
 * proxy every time, and a search that looks at millions of points took six to thirty times as long.
 */
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

const { createContext } = vm;

export default class PlainEnvironment extends TestEnvironment {
  constructor(...given) {
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
}
