import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { serializeProofBundle } from '#lib/proof'
import { zipOf } from '#lib/zip/zip'
import { proofOf } from '#web/seals/proof_of'
import Attestation from './attestation.js'
import { printAttestation } from './print_attestation.js'

const NAME = 'attestation.pdf'
const README = `attestation.pdf : ce que la plateforme sait de sa disponibilité.
proof.json : le journal de la collectivité cite cette attestation ; un scellé signé et
horodaté par un tiers (RFC 3161) le couvre. Pour vérifier : npm run verify -- proof.json
`

/**
 * Writes an attestation, has the journal quote its digest, and keeps both with the proof of it.
 * Asks for a time-stamp: outside any transaction.
 */
export const sealAttestation = defineJob<{ attestationId: string }>({
  name: 'procurement.seal_attestation',
  title: 'Sceller une attestation de disponibilité',
  queue: 'heavy',
  attempts: 12,
  onGiveUp: { nobodyNeeds: 'the page says that it is not there yet, and another may be asked for' },
  async handle({ attestationId }, { tenantId }) {
    const made = await tenancy.run(tenantId, () => written(attestationId))
    if (made === null) return
    const { pdf, ref, sha256 } = made
    const file = { name: NAME, role: 'attestation', size: pdf.length, sha256 }
    const proof = serializeProofBundle(await proofOf(tenantId, [ref], [file]))
    const zip = await buffer(
      zipOf([entry(NAME, pdf), entry('proof.json', proof), entry('LISEZ-MOI.txt', README)], made.at)
    )
    await tenancy.run(tenantId, async () => {
      const attestation = await Attestation.findOrFail(attestationId)
      const { id } = await documents.store(zip, { name: 'attestation-de-disponibilite.zip' })
      await attestation.merge({ documentId: id }).save()
    })
  },
})

/** Null where it is sealed already. */
async function written(attestationId: string) {
  const attestation = await Attestation.findOrFail(attestationId)
  if (attestation.documentId) return null
  const pdf = await printAttestation(attestation)
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  await journal.append({
    type: 'procurement.attestation_written',
    subject: attestation.ref,
    actor: SYSTEM,
    data: { sha256 },
  })
  return { pdf, sha256, ref: attestation.ref, at: attestation.madeAt.toJSDate() }
}

function entry(path: string, content: Buffer | string) {
  const bytes = Buffer.from(content as string)
  return { path, size: bytes.length, open: async () => Readable.from([bytes]) }
}
