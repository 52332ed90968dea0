import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#kernel/values'
import { someSiren } from '#tests/helpers/siren'

/** A tenant whose journal a test may ruin: nobody else works there. */
export async function placeApart(): Promise<string> {
  const id = uuidv7()
  const word = id.slice(-12)
  await db.connection('app').rawQuery(
    `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
     values (?, ?, ?, ?, 'commune', '035', '1', '31')`,
    [id, `a-part-${word}`, someSiren(), `Commune à part ${word}`]
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

/** What only the owner of the base can do. */
export const asOwner = (sql: string, values: unknown[]): Promise<unknown> =>
  db.connection('owner').rawQuery(sql, values as never)
