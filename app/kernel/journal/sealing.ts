import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { buildSealStatement, GENESIS, hashSeal, sealBytes } from '#kernel/proof'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { timestamp } from '#kernel/trust'
import { uuidv7 } from '#kernel/values'

/** As many as Vitam seals at once; the rest waits for the next seal. */
const MOST_ENTRIES = 100_000

/** The entries that no seal covers yet, and what the next seal will follow. */
async function unsealed(tenantId: string) {
  return tenancy.run(tenantId, async ({ trx }) => {
    const last = await trx
      .from('kernel.journal_seals')
      .where('tenant_id', tenantId)
      .orderBy('number', 'desc')
      .first()
    const firstPosition = Number(last?.last_position ?? 0) + 1
    const rows: { hash: string }[] = await trx
      .from('kernel.journal_entries')
      .select('hash')
      .where('tenant_id', tenantId)
      .where('position', '>=', firstPosition)
      .orderBy('position')
      .limit(MOST_ENTRIES)
    return {
      number: Number(last?.number ?? 0) + 1,
      previousSeal: (last?.seal_hash as string | undefined) ?? GENESIS,
      firstPosition,
      hashes: rows.map((row) => row.hash),
    }
  })
}

/**
 * Seals what a tenant's journal has gained: a Merkle root, chained to the previous seal, under an
 * RFC 3161 token. Returns false when there was nothing to seal, or when another process did it.
 */
export async function sealJournal(tenantId: string): Promise<boolean> {
  const waiting = await unsealed(tenantId)
  if (waiting.hashes.length === 0) return false
  const statement = buildSealStatement({ tenantId, closedAt: clock.now().toISO()!, ...waiting })
  // No transaction is open here: the authority may take seconds to answer.
  const token = await timestamp(sealBytes(statement))
  return tenancy.run(tenantId, async ({ trx }) => {
    const { rowCount } = await trx.rawQuery(
      `insert into kernel.journal_seals (tenant_id, id, number, first_position, last_position, merkle_root,
         previous_seal_hash, statement, seal_hash, token, sealed_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, number) do nothing`,
      [
        tenantId,
        uuidv7(),
        statement.number,
        statement.firstPosition,
        statement.lastPosition,
        statement.root,
        statement.previousSeal,
        JSON.stringify(statement),
        hashSeal(statement),
        token,
        statement.closedAt,
      ]
    )
    return rowCount === 1
  })
}

export const sealJournalJob = defineJob<{ tenantId: string }>({
  name: 'kernel.seal_journal',
  onGiveUp: {
    nobodyNeeds:
      'a seal is asked again every ten minutes, and the console shows what is not sealed',
  },
  queue: 'outside',
  attempts: 20,
  async handle({ tenantId }) {
    await sealJournal(tenantId)
  },
})

/** Asks a seal for every journal that has grown since its last one. */
export async function sealAllJournals(): Promise<void> {
  const { rows } = await systemDb().rawQuery(
    `select heads.tenant_id as "tenantId" from kernel.journal_heads heads
     where heads.position > coalesce((select max(last_position) from kernel.journal_seals seals
                                      where seals.tenant_id = heads.tenant_id), 0)`
  )
  for (const { tenantId } of rows) {
    await tenancy.run(tenantId, () =>
      sealJournalJob.enqueue({ tenantId }, { dedupeKey: 'kernel.seal_journal' })
    )
  }
}
