import { clock } from '#kernel/clock'
import {
  buildProofBundle,
  inclusionProof,
  type ProofBundle,
  type ProvenEntry,
  type ProvenFile,
  type SealStatement,
  type Subject,
} from '#kernel/proof'
import { tenancy } from '#kernel/tenancy'
import { entryOf, type EntryRow } from './rows.js'
import { sealJournal } from './sealing.js'

const SOFTWARE = { name: 'halle', version: '0.1.0' }

interface SealRow {
  number: string
  first_position: string
  last_position: string
  statement: SealStatement
  token: Buffer
}

/**
 * The proof of what happened to some subjects of a tenant, with the files it speaks of. What is
 * not sealed yet is sealed first; call it outside any transaction.
 */
export async function proofOf(
  tenantId: string,
  subjects: Subject[],
  files: ProvenFile[]
): Promise<ProofBundle> {
  await sealJournal(tenantId)
  return tenancy.run(tenantId, async ({ trx }) => {
    const rows: EntryRow[] = await trx
      .from('kernel.journal_entries')
      .where('tenant_id', tenantId)
      .whereIn(
        'subject_id',
        subjects.map((subject) => subject.id)
      )
      .orderBy('position')
    const seals: SealRow[] = await trx
      .from('kernel.journal_seals')
      .where('tenant_id', tenantId)
      .orderBy('number')
    const entries: ProvenEntry[] = []
    for (const row of rows) {
      const seal = seals.find(
        (one) =>
          Number(one.first_position) <= Number(row.position) &&
          Number(row.position) <= Number(one.last_position)
      )
      if (!seal) continue // written after the seal above: the next export proves it
      const hashes: { hash: string }[] = await trx
        .from('kernel.journal_entries')
        .select('hash')
        .where('tenant_id', tenantId)
        .whereBetween('position', [seal.first_position, seal.last_position])
        .orderBy('position')
      const index = Number(row.position) - Number(seal.first_position)
      entries.push({
        entry: entryOf(row),
        previous: row.prev_hash,
        hash: row.hash,
        inclusion: {
          seal: Number(seal.number),
          index,
          path: inclusionProof(
            hashes.map((one) => one.hash),
            index
          ),
        },
      })
    }
    return buildProofBundle({
      software: SOFTWARE,
      producedAt: clock.now().toISO()!,
      subjects,
      entries,
      seals: seals.map((seal) => ({
        statement: seal.statement,
        token: seal.token.toString('base64'),
      })),
      files,
    })
  })
}
