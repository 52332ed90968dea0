import logger from '@adonisjs/core/services/logger'
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { archivingConfig } from '#config/archiving'
import { deposit, type DepositRequest, type DepositedDocument } from '#rooms/archiving'
import { buildProof } from '#app/archiving/jobs/build_proof'
import { ingestDeposit } from '#app/archiving/jobs/ingest_deposit'
import { prepareDeposit } from '#app/archiving/jobs/prepare_deposit'
import Deposit from '#app/archiving/models/deposit'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import type { JobContext } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { sharedData } from '#tests/helpers/shared_data'
import { withTimeAuthority } from '#tests/helpers/time_authority'

/** The official schemas of the shared data, as if the operator had imported them. */
export function importOfficialSchemas(): boolean {
  const seda = sharedData('ged', 'seda')
  if (seda) archivingConfig.schemasDir = dirname(seda)
  return seda !== null
}

export { withTimeAuthority }

export function contextOf(tenantId: string, lastAttempt = false): JobContext {
  return { tenantId, attempt: 1, lastAttempt, logger }
}

/** A folder of an acte, asked to be archived; each call is another acte with other bytes. */
export async function askForDeposit(
  tenantId: string,
  change: Partial<DepositRequest> = {}
): Promise<string> {
  const id = uuidv7()
  return tenancy.run(tenantId, async () => {
    const { depositId } = await deposit({
      origin: { capability: 'actes', id },
      profile: 'actes',
      title: 'Délibération 2026-042 : tarifs de la cantine',
      reference: `035-213500012-20261119-${id.slice(-6)}-DE`,
      documentType: 'Délibération',
      startDate: '2026-11-19',
      endDate: '2026-11-20',
      keywords: [{ content: 'Restauration scolaire', type: 'subject' }],
      appraisal: { rule: 'P1Y', startDate: '2026-11-19', finalAction: 'Keep' },
      access: { rule: 'AR038', startDate: '2026-11-19' },
      documents: await sampleDocuments(id),
      by: SYSTEM,
      ...change,
    })
    return depositId
  })
}

/** Runs by hand the jobs that a worker would run, up to the archive's word. */
export async function archive(tenantId: string, depositId: string): Promise<Deposit> {
  await prepareDeposit.run({ depositId }, contextOf(tenantId))
  await ingestDeposit.run({ depositId }, contextOf(tenantId))
  return tenancy.run(tenantId, () => Deposit.get(depositId))
}

async function sampleDocuments(seed: string): Promise<DepositedDocument[]> {
  const keep = async (name: string, text: string) =>
    (await documents.store(Buffer.from(`${text} ${seed}`), { name })).id
  return [
    {
      documentId: await keep('deliberation.pdf', '%PDF-1.7 délibération signée'),
      role: 'signed',
      title: 'Délibération signée',
      fileName: 'deliberation.pdf',
      transactedDate: '2026-11-19',
      signing: {
        roles: ['SignedDocument', 'Signature', 'Timestamp'],
        signers: [{ fullName: 'Soizic Madec', at: '2026-11-19T17:58:00Z', function: 'Maire' }],
      },
    },
    {
      documentId: await keep('accuse.xml', '<?xml version="1.0"?><ARActe/>'),
      role: 'acknowledgement',
      title: 'Accusé de réception de la préfecture',
      fileName: 'accuse.xml',
      receivedDate: '2026-11-20',
    },
  ]
}

export function sha(algorithm: 'sha256' | 'sha512', bytes: Buffer): string {
  return createHash(algorithm).update(bytes).digest('hex')
}

export { officialSchema as officialSchemaOf } from './ingest_terms.js'

/** A deposit that was accepted and whose proof is ready. */
export async function archiveAndProve(tenantId: string): Promise<Deposit> {
  await withTimeAuthority()
  const { id: depositId } = await archive(tenantId, await askForDeposit(tenantId))
  await buildProof.run({ depositId }, contextOf(tenantId))
  return tenancy.run(tenantId, () => Deposit.get(depositId))
}
