import encryption from '@adonisjs/core/services/encryption'
import { systemDb } from '#kernel/system'

const TABLES = ['procurement.proofs', 'procurement.given_proofs']
const purposeOf = (id: string) => `procurement.vault:${id}`

/**
 * What a company keeps, as it rests: under the key of the application, bound to its row. A copy of the
 * base alone reads none of it, and what is put in the place of another does not open.
 */
export const sealedFor = (id: string, bytes: Buffer): Buffer =>
  Buffer.from(encryption.encrypt(bytes.toString('base64'), { purpose: purposeOf(id) }))

/** Its bytes again. @throws when no key of the application opens it, or it is of another row */
export function openedOf({ id, sealed }: { id: string; sealed: Buffer }): Buffer {
  const text = encryption.decrypt<string>(sealed.toString(), purposeOf(id))
  if (text === null) throw new Error(`La pièce ${id} d’un coffre ne s’ouvre avec aucune clé.`)
  return Buffer.from(text, 'base64')
}

/** Seals every proof again under the current key, one at a time: each may weigh ten megabytes. */
export async function rotateVaults(): Promise<number> {
  let rotated = 0
  for (const table of TABLES)
    for (const { id } of await systemDb().from(table).select('id').orderBy('id')) {
      await systemDb().transaction(async (trx) => {
        const row = await trx.from(table).where({ id }).select('id', 'sealed').forUpdate().first()
        if (row)
          await trx
            .from(table)
            .where({ id })
            .update({ sealed: resealed(row) })
      })
      rotated++
    }
  return rotated
}

const resealed = (row: { id: string; sealed: Buffer }) => sealedFor(row.id, openedOf(row))
