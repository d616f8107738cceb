'use strict';
/**
 * What DuckDB alone makes of an extract of 2018: persontilskudd split by days, its lines, totals a kommune and the
 * hours basis. No checks of the rows, no other component, no trace, ledger or hashes. Arguments: extract, folder to
 * write to, folder of the peers. Prints lines and kroner.
 */
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');

const [extract, out, folder] = process.argv.slice(2);
const { DuckDBInstance } = require(require.resolve('@duckdb/node-api', { paths: [folder] }));
const DATA = join(__dirname, '..', '..', '..', 'rules', 'data');
const FIRST = "DATE '2018-01-01'";
const LAST = "DATE '2018-12-31'";

/** Rows of a table with their place in the file, known on the last day of the year. */
const table = (name, dates) => `
CREATE TABLE ${name} AS
SELECT coalesce(ids.new_id, person_id) AS pid, * FROM (
  SELECT row_number() OVER () AS n, * FROM read_csv('${join(extract, `${name}.csv`)}', header = true, all_varchar = true)
) LEFT JOIN ids ON ids.old_id = person_id
WHERE registered_on IS NULL OR registered_on <= '2018-12-31';
${dates.map((date) => `ALTER TABLE ${name} ALTER ${date} TYPE DATE;`).join('\n')}`;

const SQL = [
  `CREATE TABLE ids AS WITH RECURSIVE chain(old_id, new_id) AS (
     SELECT old_person_id, person_id FROM read_csv('${join(extract, 'person_ids.csv')}', header = true, all_varchar = true)
     UNION SELECT chain.old_id, next.person_id FROM chain
     JOIN read_csv('${join(extract, 'person_ids.csv')}', header = true, all_varchar = true) next ON next.old_person_id = chain.new_id
   ) SELECT old_id, new_id FROM chain WHERE new_id NOT IN (SELECT old_id FROM chain);`,
  table('persons', ['birth_date', 'death_date', 'emigrated_on']),
  table('target_group', ['entered_on', 'left_on', 'registered_on']),
  table('decisions', ['registered_on']),
  table('residence', ['from_date', 'to_date', 'registered_on']),
  table('training_kommune', ['from_date', 'to_date', 'registered_on']),
  `CREATE TABLE codes AS WITH RECURSIVE step(code, later) AS (
     SELECT code, successors FROM read_csv('${join(DATA, 'kommuner.csv')}', header = true, all_varchar = true)
     WHERE valid_to <= '2018-12-31' AND successors <> '' AND successors NOT LIKE '%;%' AND successors NOT LIKE '% %'
     UNION SELECT step.code, next.successors FROM step
     JOIN read_csv('${join(DATA, 'kommuner.csv')}', header = true, all_varchar = true) next
       ON next.code = step.later AND next.valid_to <= '2018-12-31' AND next.successors <> ''
   ) SELECT code, max(later) AS later FROM step GROUP BY code;`,
  `CREATE TABLE person AS SELECT * FROM persons
   QUALIFY row_number() OVER (PARTITION BY pid ORDER BY (person_id = pid) DESC, n DESC) = 1;`,
  `CREATE TABLE granted AS SELECT DISTINCT pid FROM (
     SELECT pid, kind, outcome FROM decisions
     QUALIFY row_number() OVER (PARTITION BY decision_id ORDER BY registered_on DESC, n DESC) = 1
   ) WHERE kind = 'norwegian_and_social_studies' AND outcome = 'granted';`,
  `CREATE TABLE entry AS SELECT pid, min(year(entered_on)) AS entry_year FROM target_group
   WHERE category IN ('right_and_duty', 'right') GROUP BY pid;`,
  `CREATE TABLE triggers AS
   SELECT t.pid, t.law, 2018 - entry_year + 1 AS k, rate_class, greatest(t.entered_on, ${FIRST}) AS w_from,
     least(${LAST}, t.left_on - 1, death_date, emigrated_on) AS w_to
   FROM target_group t JOIN person USING (pid) JOIN entry USING (pid)
   JOIN read_csv('${join(DATA, 'regions.csv')}', header = true, all_varchar = true) region ON region.country = country_background
   LEFT JOIN granted ON granted.pid = t.pid
   WHERE category IN ('right_and_duty', 'right') AND entry_year BETWEEN 2016 AND 2018 AND entered_on <= ${LAST}
     AND date_sub('year', birth_date, entered_on) BETWEEN 16 AND 66
     AND (entered_on < ${FIRST} OR granted.pid IS NOT NULL)
     AND (left_on IS NULL OR left_on > greatest(entered_on, ${FIRST}))
     AND (death_date IS NULL OR death_date >= greatest(entered_on, ${FIRST}))
     AND (emigrated_on IS NULL OR emigrated_on >= greatest(entered_on, ${FIRST}))
     AND date_sub('year', birth_date, DATE '2017-12-31') < 67
   QUALIFY row_number() OVER (PARTITION BY t.pid ORDER BY entered_on, t.registered_on, t.n) = 1;`,
  `CREATE TABLE places AS SELECT pid, coalesce(codes.later, kommune) AS kommune, rank, registered_on, n, from_date AS whole_from,
     greatest(from_date, w_from) AS from_date, least(coalesce(to_date, ${LAST}), w_to) AS to_date
   FROM (SELECT pid, kommune, from_date, to_date, registered_on, n, 1 AS rank FROM residence
         UNION ALL SELECT pid, kommune, from_date, to_date, registered_on, n, 2 FROM training_kommune)
   JOIN triggers USING (pid) LEFT JOIN codes ON codes.code = kommune
   WHERE from_date <= w_to AND coalesce(to_date, ${LAST}) >= w_from;`,
  `CREATE TABLE alone AS SELECT pid FROM places GROUP BY pid HAVING count(*) = 1;`,
  `CREATE TABLE shares AS
   SELECT pid, kommune, CAST(to_date - from_date + 1 AS BIGINT) AS days FROM places WHERE pid IN (FROM alone)
   UNION ALL SELECT pid, kommune, count(*) FROM (
     SELECT pid, kommune FROM (
       SELECT *, unnest(range(CAST(to_date - from_date + 1 AS BIGINT))) + CAST(from_date - ${FIRST} AS BIGINT) AS day
       FROM places WHERE pid NOT IN (FROM alone)
     ) QUALIFY row_number() OVER (PARTITION BY pid, day ORDER BY rank DESC, whole_from DESC, registered_on DESC, n DESC) = 1
   ) GROUP BY pid, kommune;`,
  `CREATE TABLE lines AS SELECT pid, kommune, k, rate_class, days, all_days,
     floored + CASE WHEN row_number() OVER (PARTITION BY pid ORDER BY rest DESC, days DESC, kommune)
       <= amount - sum(floored) OVER (PARTITION BY pid) THEN 1 ELSE 0 END AS amount
   FROM (SELECT *, amount * days // all_days AS floored, amount * days % all_days AS rest FROM (
     SELECT pid, kommune, k, rate_class, days, amount, CAST(sum(days) OVER (PARTITION BY pid) AS BIGINT) AS all_days
     FROM shares JOIN triggers USING (pid) JOIN (VALUES
       (1, 'low', 13600), (1, 'high', 31900), (2, 'low', 24100), (2, 'high', 62300), (3, 'low', 15000), (3, 'high', 43350)
     ) AS rate(k, rate_class, amount) USING (k, rate_class)));`,
  `COPY (SELECT * FROM lines WHERE amount <> 0 ORDER BY pid, kommune) TO '${join(out, 'lines.csv')}' (HEADER);`,
  `COPY (SELECT kommune, k, rate_class, count(*) AS persons, sum(days) AS days, sum(amount) AS amount FROM lines
     GROUP BY ALL ORDER BY ALL) TO '${join(out, 'totals.csv')}' (HEADER);`,
  `COPY (SELECT h.kommune, coalesce(triggers.law, first_law.law) AS law, coalesce(CAST(k AS VARCHAR), 'other') AS year_number,
     count(DISTINCT pid) FILTER (hours > 0) AS participants,
     sum(hours) FILTER (h.category = 'norwegian') AS norwegian, sum(hours) FILTER (h.category = 'social_studies') AS social_studies,
     sum(absence_hours) AS absence, count(*) AS hours_rows,
     count(*) FILTER (registered_on <= last_day(CAST(month || '-01' AS DATE) + INTERVAL 2 MONTH)) AS on_time
   FROM (SELECT coalesce(ids.new_id, person_id) AS pid, * FROM read_csv('${join(extract, 'hours.csv')}', header = true,
       columns = {hours_id: 'VARCHAR', person_id: 'VARCHAR', kommune: 'VARCHAR', month: 'VARCHAR', category: 'VARCHAR',
         hours: 'DECIMAL(9,2)', absence_hours: 'DECIMAL(9,2)', source: 'VARCHAR', registered_on: 'DATE'})
     LEFT JOIN ids ON ids.old_id = person_id
     WHERE month LIKE '2018-%' AND registered_on <= ${LAST}) h
   LEFT JOIN triggers USING (pid)
   LEFT JOIN (SELECT pid, arg_min(law, n) AS law FROM target_group GROUP BY pid) first_law USING (pid)
   GROUP BY ALL ORDER BY ALL) TO '${join(out, 'hours.csv')}' (HEADER);`,
];

async function calculate() {
  mkdirSync(out, { recursive: true });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const statement of SQL) await connection.run(statement);
  const reader = await connection.runAndReadAll(
    'SELECT count(*) FILTER (amount <> 0) AS lines, sum(amount) AS nok FROM lines',
  );
  const [[lines, nok]] = reader.getRows();
  process.stdout.write(`${JSON.stringify({ lines: Number(lines), nok: Number(nok) })}\n`);
}

calculate().catch((cause) => {
  process.stderr.write(`${cause.stack}\n`);
  process.exitCode = 1;
});
