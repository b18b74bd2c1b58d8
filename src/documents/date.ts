/** Dates as official papers write them. */

/** Returns `2020-04-07` as `2020年4月7日`: Arabic digits, no leading zeros (GB/T 9704-2012). */
export function officialDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
