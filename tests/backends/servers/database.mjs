// Creates an empty database for one run on the PostgreSQL server in LATCHKEY_TEST_POSTGRES (scripts/with-postgres).

/** Returns the database's URL. `pg` is the package that the server has installed. */
export async function newDatabase(pg, name) {
  const server = process.env.LATCHKEY_TEST_POSTGRES;
  const database = `${name}_${process.pid}`;
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(`CREATE DATABASE ${database}`);
  await client.end();
  return `${server}/${database}`;
}
