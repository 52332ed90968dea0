import type pg from 'pg'

const PARTITIONS = 32

/**
 * What the handbook advises for French in PostgreSQL, nothing more: `french` without accents, a GIN
 * of the member and the words, cut by member. No rights, no wall, no fault mended.
 */
export async function layBare(client: pg.Client): Promise<void> {
  await client.query(`
    create extension if not exists unaccent; create extension if not exists btree_gin;
    create text search configuration bench.fr (copy = french);
    alter text search configuration bench.fr
      alter mapping for hword, hword_part, word with unaccent, french_stem;
    create table bench.documents (tenant_id uuid not null, id uuid not null, title text not null, words tsvector)
      partition by hash (tenant_id);`)
  for (let n = 0; n < PARTITIONS; n++) {
    await client.query(`create table bench.documents_${n} partition of bench.documents
      for values with (modulus ${PARTITIONS}, remainder ${n})`)
  }
}

export async function indexBare(client: pg.Client): Promise<void> {
  await client.query('create index documents_words on bench.documents using gin (tenant_id, words)')
}

const QUESTION = `select id from bench.documents, websearch_to_tsquery('bench.fr', $2) as query
  where tenant_id = $1 and words @@ query order by ts_rank(words, query) desc limit 10`

/** The ten best of a member, by their identifiers. */
export async function askBare(client: pg.Client | pg.Pool, tenantId: string, typed: string) {
  const { rows } = await client.query({ name: 'bare', text: QUESTION, values: [tenantId, typed] })
  return rows.map(({ id }) => id as string)
}

export async function indexBytes(client: pg.Client, tables: string): Promise<number> {
  const { rows } = await client.query(
    `select sum(pg_indexes_size(c.oid))::bigint as bytes from pg_class c
     join pg_namespace s on s.oid = c.relnamespace
     where c.relkind = 'r' and s.nspname || '.' || c.relname ~ $1`,
    [tables]
  )
  return Number(rows[0].bytes)
}
