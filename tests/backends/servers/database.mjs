// A new, empty database for one run, on the PostgreSQL server that LATCHKEY_TEST_POSTGRES names (scripts/with-postgres).

/** Its address. `pg` is the server's own copy of that package. */
export async function newDatabase(pg, name) {
  const server = process.env.LATCHKEY_TEST_POSTGRES;
  const database = `${name}_${process.pid}`;
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(`CREATE DATABASE ${database}`);
  await client.end();
  return `${server}/${database}`;
}
