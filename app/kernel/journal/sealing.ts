import logger from '@adonisjs/core/services/logger'
import { defineError } from '#lib/errors'
import { defineJob } from '#kernel/jobs'
import {
  buildSealStatement,
  GENESIS,
  hashSeal,
  sealBytes,
  signSeal,
  troublesOfSealTimes,
  type SealSignature,
  type SealStatement,
} from '#lib/proof'
import { parseTimestampToken } from '#lib/signature/timestamp_token'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { timestamp } from '#kernel/trust'
import { uuidv7 } from '#lib/values'
import { trust } from '#config/trust'
import { laySealAside } from '#lib/proof/seals_folder'
import { baseTime } from './head.js'
import { memberSignatures } from './member_seal.js'
import { sealKeys } from './seal_key.js'

export const SealTimesDiffer = defineError(
  'E_SEAL_TIMES_DIFFER',
  'L’heure de la base et celle de l’autorité d’horodatage ne s’accordent pas. %s Réglez l’horloge du serveur de la base : le scellement se fera ensuite.',
  503
)

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
    const rows: { hash: string; at: Date }[] = await trx
      .from('kernel.journal_entries')
      .select('hash', 'at')
      .where('tenant_id', tenantId)
      .where('position', '>=', firstPosition)
      .orderBy('position')
      .limit(MOST_ENTRIES)
    return {
      number: Number(last?.number ?? 0) + 1,
      previousSeal: (last?.seal_hash as string | undefined) ?? GENESIS,
      firstPosition,
      hashes: rows.map((row) => row.hash),
      closedAt: latest(await baseTime(), rows.at(-1)?.at, last?.sealed_at),
    }
  })
}

/** A seal closes after what it covers and after the one before it, even where the base went back. */
const latest = (...times: (Date | undefined)[]) =>
  new Date(Math.max(...times.map((time) => time?.getTime() ?? 0))).toISOString()

/**
 * Seals what a tenant's journal has gained: a Merkle root, chained to the previous seal, under an
 * RFC 3161 token, the platform's signature and that of the member's cachet. Returns false when there was nothing to seal, or when another process did it.
 */
export async function sealJournal(tenantId: string): Promise<boolean> {
  const waiting = await unsealed(tenantId)
  if (waiting.hashes.length === 0) return false
  const statement = buildSealStatement({ tenantId, ...waiting })
  const { current } = await sealKeys()
  // No transaction is open here: the authority may take seconds to answer.
  const token = await timestamp(sealBytes(statement))
  // Kept, it would be refused for ever; not kept, its entries wait until the clocks agree again.
  const troubles = troublesOfSealTimes(statement, parseTimestampToken(token).time.getTime())
  if (troubles.length > 0) throw new SealTimesDiffer(troubles.join(' '))
  const own = signSeal(statement, current.privateKey, current.id)
  const signatures = [own, ...(await memberSignatures(statement))]
  const isKept = await keep(statement, token, signatures)
  if (isKept) await aside(statement, token, signatures)
  return isKept
}

type Seal = [SealStatement, Buffer, SealSignature[]]

/** A second deposit that does not answer must not stop the first: it is told, and verified later. */
async function aside(...seal: Seal): Promise<void> {
  if (!trust.sealsFolder) return
  await laySealAside(trust.sealsFolder, ...seal).catch((error) =>
    logger.error({ err: error }, 'a seal was not laid in its second place')
  )
}

async function keep(
  statement: SealStatement,
  token: Buffer,
  signatures: SealSignature[]
): Promise<boolean> {
  const { tenantId } = statement
  return tenancy.run(tenantId, async ({ trx }) => {
    const { rowCount } = await trx.rawQuery(
      `insert into kernel.journal_seals (tenant_id, id, number, first_position, last_position, merkle_root,
         previous_seal_hash, statement, seal_hash, token, sealed_at, signatures)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, number) do nothing`,
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
        JSON.stringify(signatures),
      ]
    )
    return rowCount === 1
  })
}

export const sealJournalJob = defineJob<{ tenantId: string }>({
  name: 'kernel.seal_journal',
  title: 'Sceller un journal',
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
