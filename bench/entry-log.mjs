/**
 * Writes the register of entries that `lint` is measured with: 10,000 people day after day, 0.1 % of the rows with a
 * temperature that is wrong. The same rows every time; people and phones are invented.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

export const PEOPLE = 10_000;
const STAFF = 1_300;
const HEADER = '日期,进入时间,离开时间,姓名,编号,人员类别,班级/部门,身份核验,联系电话,体温,健康码,口罩,出入口,登记人\n';
const FIRST_DAY = Date.UTC(2020, 3, 1);
const BAD = ['', '365', '37.5'];

const digits = (number, length) => String(number).padStart(length, '0');

/** Mulberry32: what comes next does not show in what came before, as it does with simpler ones. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes the rows from a place in the register on, and returns how many there are of each wrong temperature. */
export function writeEntryLog(path, rows, { from = 0 } = {}) {
  const random = randomNumbers(2020);
  const written = Object.fromEntries(BAD.map((each) => [each, 0]));
  const handle = openSync(path, 'w');
  let text = HEADER;
  for (let row = from; row < from + rows; row++) {
    const person = row % PEOPLE;
    const date = new Date(FIRST_DAY + Math.floor(row / PEOPLE) * 86_400_000).toISOString().slice(0, 10);
    const came = `07:${digits(Math.floor(random() * 60), 2)}`;
    const left = `17:${digits(Math.floor(random() * 60), 2)}`;
    let temperature = (36 + Math.floor(random() * 10) / 10).toFixed(1);
    if (random() < 0.001) {
      temperature = BAD[Math.floor(random() * BAD.length)];
      written[temperature]++;
    }
    const [letter, category, group] =
      person < STAFF ? ['S', '教职工', '教务'] : ['T', '学员', `C${digits(person % 40, 2)}`];
    const no = digits(person, 5);
    text += `${date},${came},${left},示例${no},${letter}${no},${category},${group},是,1380000${digits(person, 4)},`;
    text += `${temperature},绿,是,南门,${person % 2 ? '李示例' : '王示例'}\n`;
    if (text.length > 1_000_000) {
      writeSync(handle, text);
      text = '';
    }
  }
  writeSync(handle, text);
  closeSync(handle);
  return written;
}
