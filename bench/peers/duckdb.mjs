/**
 * The peer of `lint` by DuckDB: the same checks in SQL, in one pass over the file; stays are compared only where someone
 * came twice on a day. Prints how many cells are wrong and how many readings are fever.
 * `node duckdb.mjs entry.csv threads`
 */
import { DuckDBInstance } from '@duckdb/node-api';

const [, , file, threads] = process.argv;
const database = await DuckDBInstance.create(':memory:', threads === undefined ? {} : { threads });
const connection = await database.connect();
const log = `read_csv('${file}', header = true, delim = ',', quote = '"', all_varchar = true)`;
// an empty cell is NULL here
const wrong = [
  `try_cast("日期" AS DATE) IS NULL OR "日期" > '2026-01-01' OR "日期" < '2019-12-01'`,
  `NOT regexp_full_match("进入时间", '([01][0-9]|2[0-3]):[0-5][0-9]')`,
  `NOT regexp_full_match("离开时间", '([01][0-9]|2[0-3]):[0-5][0-9]') OR "离开时间" < "进入时间"`,
  `"姓名" IS NULL`,
  `"人员类别" NOT IN ('教职工', '学员', '外来')`,
  `"身份核验" <> '是'`,
  `"联系电话" IS NOT NULL AND NOT regexp_full_match("联系电话", '1[3-9][0-9]{9}')`,
  `NOT regexp_full_match("体温", '[0-9][0-9]\\.[0-9]') OR try_cast("体温" AS DOUBLE) NOT BETWEEN 35 AND 42`,
  `"健康码" <> '绿'`,
  `"口罩" IS NOT NULL AND "口罩" NOT IN ('是', '否')`,
  `"登记人" IS NULL`,
];
const wrongs = wrong.map((each) => `coalesce(${each}, true)::INT`).join(' + ');
const sum = await connection.runAndReadAll(`
  SELECT sum(wrong)::INT AS wrong, sum(fever)::INT AS fever, count(*) FILTER (stays > 1)::INT AS again FROM (
    SELECT "日期", "编号", count(*) AS stays, sum(${wrongs}) AS wrong,
      sum((try_cast("体温" AS DOUBLE) BETWEEN 37.3 AND 42)::INT) AS fever
    FROM ${log} GROUP BY "日期", "编号")`);
const [counts] = sum.getRowObjects();
if (counts.again > 0) {
  const stays = await connection.runAndReadAll(`
    SELECT count(*)::INT AS overlaps FROM (
      SELECT "进入时间" < max("离开时间") OVER (PARTITION BY "日期", "编号" ORDER BY "进入时间"
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS overlap FROM ${log}) WHERE overlap`);
  counts.wrong += stays.getRowObjects()[0].overlaps;
}
process.stdout.write(JSON.stringify({ wrong: counts.wrong, fever: counts.fever ?? 0 }));
