import assert from 'node:assert/strict'
import type pg from 'pg'
import { tsvectorOfPages } from '#lib/french/search/vector'
import { MEMBERS, tenantOf } from './dataset.js'
import { PREAMBLE } from './words.js'

const EACH = 10

/** What the index has of a document, its words in their order. */
const HELD = `select permission, words::text, array(select unnest(vocabulary) order by 1) as vocabulary,
    array(select word from kernel.search_words kept where kept.tenant_id = entry.tenant_id
      and kept.kind = entry.kind and kept.permission = entry.permission
      and word in (select substr(lexeme, 9) from unnest(entry.words)) order by 1) as spelled
  from kernel.search_entries entry where tenant_id = ? and kind = 'ged.document' and thing_id = ?`

/**
 * Has a few documents indexed again by the product, as an import does, their text read; throws when
 * the base then holds anything else than what was laid. Nothing of it is kept.
 */
export async function asWritten(owner: pg.Client): Promise<number> {
  const { tenancy } = await import('#kernel/tenancy')
  let seen = 0
  for (const tenantId of Object.values(MEMBERS).map(tenantOf)) {
    const { rows } = await owner.query(
      'select id from ged.nodes where tenant_id = $1 order by md5(id::text || $1::text) limit $2',
      [tenantId, EACH]
    )
    for (const { id } of rows) {
      const undone = new Error('Undone')
      const compared = tenancy.run(tenantId, async () => {
        const laid = await held(id)
        await writeAgain(id)
        assert.deepEqual(laid, await held(id))
        throw undone
      })
      await assert.rejects(compared, undone)
      seen++
    }
  }
  return seen
}

async function ask(sql: string, bindings: unknown[]) {
  const { tenancy } = await import('#kernel/tenancy')
  return (await tenancy.trx().rawQuery(sql, [tenancy.tenantId(), ...bindings] as never)).rows
}

const held = async (id: string) => (await ask(HELD, [id]))[0]

/** By the product, of a document that carries its text. */
async function writeAgain(id: string): Promise<void> {
  const [{ entryOf }, { indexTogether, shelfOf }, { default: Node }, { tenancy }] = [
    await import('#app/ged/search/indexed'),
    await import('#web/search'),
    await import('#app/ged/nodes/node'),
    await import('#kernel/tenancy'),
  ]
  const sha256 = id.replaceAll('-', '').padStart(64, '0')
  await ask('delete from kernel.search_entries where tenant_id = ? and thing_id = ?', [id])
  await ask('delete from kernel.search_words where tenant_id = ?', [])
  await ask(
    `insert into kernel.blobs (tenant_id, sha256, size, media_type, storage_key, scan)
     values (?, ?, 1, 'application/pdf', 'none', 'clean')`,
    [sha256]
  )
  await ask('insert into kernel.documents (tenant_id, id, sha256, name) values (?, ?, ?, ?)', [
    ...[id, sha256],
    'document.pdf',
  ])
  await ask(
    `insert into kernel.document_texts (tenant_id, sha256, outcome, words) values (?, ?, 'found', ?::tsvector)`,
    [sha256, tsvectorOfPages([PREAMBLE], shelfOf(tenancy.tenantId()))]
  )
  const entry = entryOf(await Node.get(id), { typeLabel: undefined, documentId: id })
  await indexTogether('ged.document', [{ id, entry }])
}
