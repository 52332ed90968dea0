import db from '@adonisjs/lucid/services/db'
import { master } from '#tests/helpers/master'
import { SYSTEM } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { entryOf } from '#lib/proof/entry_row'
import { GENESIS, hashEntry, hashSeal, merkleRoot, type JournalEntry } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { someSiren } from '#tests/helpers/siren'

/** A tenant whose journal a test may ruin: nobody else works there. */
export async function placeApart(): Promise<string> {
  const id = uuidv7()
  const word = id.slice(-12)
  await db.connection('app').rawQuery(
    `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
     values (?, ?, ?, ?, 'commune', '035', '1', '31')`,
    [id, `a-part-${word}`, someSiren(), `Ville à part ${word}`]
  )
  return id
}

/** Writes some entries about one thing. */
export const writeEntries = (tenantId: string, subject: string, count: number): Promise<void> =>
  tenancy.run(tenantId, async () => {
    for (let n = 0; n < count; n++) {
      await journal.append({
        type: 'tests.thing_changed',
        subject: { capability: 'tests', type: 'thing', id: subject },
        actor: SYSTEM,
        data: { n, at: '2026-11-22' },
      })
    }
  })

/** What only who holds the server can do. */
export const asOwner = (sql: string, values: unknown[]): Promise<unknown> =>
  master().rawQuery(sql, values as never)

/** What the master of the base can do to a journal: every entry, every hash, and the head. */
export async function rewriteJournal(
  tenantId: string,
  change: (entry: JournalEntry) => JournalEntry
): Promise<void> {
  const rows = await tenancy.run(tenantId, ({ trx }) =>
    trx.from('kernel.journal_entries').orderBy('position')
  )
  let previous = GENESIS
  for (const row of rows) {
    const entry = change(entryOf(row))
    const hash = hashEntry(entry, previous)
    await asOwner(
      `update kernel.journal_entries set at = ?, data = ?, prev_hash = ?, hash = ?
       where tenant_id = ? and position = ?`,
      [entry.at, JSON.stringify(entry.data), previous, hash, tenantId, entry.position]
    )
    previous = hash
  }
  await asOwner('update kernel.journal_heads set hash = ? where tenant_id = ?', [
    previous,
    tenantId,
  ])
}

/** The same to its seals, so that they cover what is there now; their tokens nobody can make. */
export async function rewriteSeals(tenantId: string): Promise<void> {
  await tenancy.run(tenantId, async ({ trx }) => {
    const rows = await trx.from('kernel.journal_entries').orderBy('position')
    const hashes: string[] = rows.map(({ hash }) => hash)
    let previousSeal = GENESIS
    for (const { number, statement } of await trx.from('kernel.journal_seals').orderBy('number')) {
      const covered = hashes.slice(statement.firstPosition - 1, statement.lastPosition)
      const root = merkleRoot(covered)
      const rewritten = { ...statement, previousSeal, root, head: covered.at(-1) }
      previousSeal = hashSeal(rewritten)
      await asOwner(
        'update kernel.journal_seals set statement = ?, seal_hash = ? where tenant_id = ? and number = ?',
        [JSON.stringify(rewritten), previousSeal, tenantId, number]
      )
    }
  })
}
