/** Marks and stays: what is kept of each person-day while a file is read. */
import { addMark, DayBook, StayBook } from '../../src/logs/read/day-book.js';
import { flagsOfMark, lineOfMark } from '../../src/logs/summary.js';
import { addDays } from '../../src/plan/days.js';

test('a mark keeps the first line and all flags, whatever the order of people', () => {
  const book = new DayBook();
  const day = book.row('2020-05-06', 2);
  expect(addMark(day, 500, 2, 1, 501)).toBe(-1);
  expect(addMark(day, 3, 3, 4, 501)).toBe(-1);
  expect(addMark(day, 900, 4, 1, 901)).toBe(-1);
  expect(addMark(day, 500, 5, 2, 901)).toBe(1);
  expect([500, 3, 900].map((each) => lineOfMark(day.marks[each] ?? 0))).toEqual([2, 3, 4]);
  expect(flagsOfMark(day.marks[500] ?? 0)).toBe(3);
});

test('the marks of a day have room for the people of the file, and not for twice as many', () => {
  const book = new DayBook();
  const [first, second] = [book.row('2020-05-06', 2), book.row('2020-05-07', 10_002)];
  for (let person = 0; person < 10_000; person++) addMark(first, person, person + 2, 1, person + 1);
  for (let person = 0; person < 10_000; person++) addMark(second, person, person + 10_002, 1, 10_000);
  expect(first.marks.length).toBeLessThanOrEqual(12_500);
  expect(second.marks.length).toBe(10_000);
});

test('stays are told apart', () => {
  const book = new StayBook();
  const add = (from: number, to: number) => book.add('2020-05-06', 7, from, to, 8);
  expect([add(480, 540), add(480, 540), add(530, 560), add(560, 600), add(600, 660)]).toEqual([
    'new',
    'same',
    'overlaps',
    'apart',
    'apart',
  ]);
});

test('the stays of the last 64 days are at hand, and a new day begins without any', () => {
  const book = new StayBook();
  const days = Array.from({ length: 80 }, (_, i) => addDays('2020-05-01', i));
  for (const day of days) expect(book.add(day, 0, 480, 540, 1)).toBe('new');
  expect(book.add(days[0] as string, 0, 480, 540, 1)).toBe('unknown');
  expect(book.add(days[16] as string, 0, 480, 540, 1)).toBe('same');
});

test('a person with thousands of stays on a day takes no more time than others: those beyond 65 are not compared', () => {
  const book = new StayBook();
  const fits = Array.from({ length: 1000 }, (_, i) => book.add('2020-05-06', 0, i, i, 1));
  expect(fits.filter((fit) => fit === 'apart').length).toBe(64);
  expect(fits.filter((fit) => fit === 'unknown').length).toBe(935);
});
