import { GENESIS, hashEntry, hashSeal, merkleRoot, type SealStatement } from '#kernel/proof'
import { tenancy } from '#kernel/tenancy'
import { entryOf, type EntryRow } from './rows.js'

const BATCH = 5000

export interface JournalVerdict {
  entries: number
  seals: number
  /** What does not hold, in French; empty when the journal is sound. */
  problems: string[]
}

/** Recomputes the whole journal of the tenant in context: chain, head, seals. */
export async function verifyJournal(): Promise<JournalVerdict> {
  const trx = tenancy.trx('The journal')
  const tenantId = tenancy.tenantId()
  const problems: string[] = []
  const hashes: string[] = []
  let previous = GENESIS
  for (;;) {
    const rows: EntryRow[] = await trx
      .from('kernel.journal_entries')
      .where('tenant_id', tenantId)
      .where('position', '>', hashes.length)
      .orderBy('position')
      .limit(BATCH)
    if (rows.length === 0) break
    for (const row of rows) {
      const entry = entryOf(row)
      if (entry.position !== hashes.length + 1)
        problems.push(`Il manque l’entrée ${hashes.length + 1}.`)
      if (row.prev_hash !== previous)
        problems.push(`L’entrée ${entry.position} ne suit pas la précédente.`)
      if (hashEntry(entry, row.prev_hash) !== row.hash) {
        problems.push(`L’entrée ${entry.position} a été modifiée.`)
      }
      previous = row.hash
      hashes.push(row.hash)
    }
  }
  const seals = await verifySeals(hashes, problems)
  return { entries: hashes.length, seals, problems }
}

async function verifySeals(hashes: string[], problems: string[]): Promise<number> {
  const seals: { statement: SealStatement; seal_hash: string }[] = await tenancy
    .trx()
    .from('kernel.journal_seals')
    .where('tenant_id', tenancy.tenantId())
    .orderBy('number')
  let previousSeal = GENESIS
  for (const { statement, seal_hash: sealHash } of seals) {
    const covered = hashes.slice(statement.firstPosition - 1, statement.lastPosition)
    if (covered.length !== statement.count || merkleRoot(covered) !== statement.root) {
      problems.push(
        `Le scellement ${statement.number} ne correspond plus aux entrées qu’il couvre.`
      )
    }
    if (statement.previousSeal !== previousSeal || hashSeal(statement) !== sealHash) {
      problems.push(`La chaîne des scellements est rompue au numéro ${statement.number}.`)
    }
    previousSeal = sealHash
  }
  return seals.length
}
