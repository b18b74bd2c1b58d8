/** The recipe for GNU parallel: run as it stands, it gives the bytes of one run. */
import { join } from 'node:path';
import { withPrograms } from '../programs.js';
import { DAY, machine, sameAsOneRun } from './recipes.js';
import { ROOT } from './run.js';

withPrograms('parallel').test('GNU parallel', async () => {
  const script = machine({ DAY, PARTS: 3, HOME: '.' }, [`bash '${join(ROOT, 'examples/ci/gnu-parallel.sh')}' county`]);
  const { files } = await sameAsOneRun(script, 0, '');
  expect(files['parts/joblog']?.trim().split('\n')).toHaveLength(4);
});
