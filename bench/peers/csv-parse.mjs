/**
 * The peer of `lint` by csv-parse as its documentation shows it: a row is an object, and the checks of an entry log are
 * written plainly. Prints how many cells are wrong and how many readings are fever. `node csv-parse.mjs entry.csv`
 */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const AS_OF = '2026-01-01';
const DATE = /^\d{4}-(?:0[1-9]|1[012])-(?:0[1-9]|[12]\d|3[01])$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const PHONE = /^1[3-9]\d{9}$/;
const READING = /^\d\d\.\d$/;
const CATEGORIES = new Set(['教职工', '学员', '外来']);
const ANSWERS = new Set(['是', '否']);
const CODES = new Set(['绿', '黄', '红']);

let wrong = 0;
let fever = 0;
let overlaps = 0;
let date = '';
let stays = new Map();

const parser = createReadStream(process.argv[2]).pipe(parse({ columns: true, bom: true }));
for await (const row of parser) {
  if (!DATE.test(row.日期) || row.日期 > AS_OF || row.日期 < '2019-12-01') wrong++;
  if (!TIME.test(row.进入时间)) wrong++;
  if (!TIME.test(row.离开时间) || row.离开时间 < row.进入时间) wrong++;
  if (row.姓名 === '') wrong++;
  if (!CATEGORIES.has(row.人员类别)) wrong++;
  if (row.身份核验 !== '是') wrong++;
  if (row.联系电话 !== '' && !PHONE.test(row.联系电话)) wrong++;
  const reading = Number(row.体温);
  if (!READING.test(row.体温) || reading < 35 || reading > 42) wrong++;
  else if (reading >= 37.3) fever++;
  if (!CODES.has(row.健康码) || row.健康码 !== '绿') wrong++;
  if (row.口罩 !== '' && !ANSWERS.has(row.口罩)) wrong++;
  if (row.登记人 === '') wrong++;
  // the days come in order, so those of one day are enough
  if (row.日期 !== date) {
    date = row.日期;
    stays = new Map();
  }
  const others = stays.get(row.编号);
  if (!others) stays.set(row.编号, [row]);
  else {
    if (others.some((other) => row.进入时间 < other.离开时间 && other.进入时间 < row.离开时间)) overlaps++;
    others.push(row);
  }
}
process.stdout.write(JSON.stringify({ wrong: wrong + overlaps, fever }));
