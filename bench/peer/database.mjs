// The pool, and transactions on it. Statements with a name are prepared once for each connection.
import pg from 'pg';

export const pool = new pg.Pool({
  connectionString: process.env.PEER_DATABASE,
  max: Number(process.env.PEER_POOL),
});

/** A statement that is prepared under `name`. */
export const statement = (name, text) => (...values) => ({ name, text, values });

export async function transaction(work) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
