import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { LINE_LOG, serializeProofBundle, writeLineLog, type LoggedBatch } from '#lib/proof'
import { zipOf } from '#lib/zip/zip'
import { proofOf } from '#web/seals/proof_of'
import Attestation from './attestation.js'
import Consultation from '../drafting/consultation.js'
import LookPeriod, { coverLooks, loggedIn } from './look_period.js'
import OutsidePeriod, { coverOutside, outsideLoggedIn } from '../outside/period.js'
import { printAttestation } from './print_attestation.js'

const NAME = 'attestation.pdf'
const LOG = 'releve.jsonl'
const README = `attestation.pdf : ce que la plateforme sait de sa disponibilité.
releve.jsonl : chaque mesure, une par ligne, dans l’ordre ; le journal les a résumées par périodes,
pendant la consultation, avant que personne ne demande rien. Celles qui ont une « signature » viennent
d’une sonde du dehors : « at » est son heure, « receivedAt » celle où nous l’avons reçue.
proof.json : le journal de la collectivité cite l’attestation, le relevé et chaque période ; un scellé
signé et horodaté par un tiers (RFC 3161) le couvre. Pour vérifier : npm run verify -- proof.json
Une mesure modifiée, retirée, ajoutée ou déplacée est nommée.
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
    const { pdf, log, subjects } = made
    const files = [proven(NAME, 'attestation', pdf), proven(LOG, LINE_LOG, log)]
    const proof = serializeProofBundle(await proofOf(tenantId, subjects, files))
    const entries = [entry(NAME, pdf), entry(LOG, log), entry('proof.json', proof)]
    const zip = await buffer(zipOf([...entries, entry('LISEZ-MOI.txt', README)], made.at))
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
  const { consultationId, fromAt, toAt } = attestation
  const interval = { from: fromAt.toMillis(), to: toAt.toMillis() }
  const { publishedAt, deadline } = await Consultation.hold(consultationId)
  await coverLooks(consultationId, interval)
  await coverOutside(consultationId, { from: publishedAt!.toMillis(), to: deadline.toMillis() })
  const periods = await LookPeriod.touching(consultationId, interval)
  const outside = await OutsidePeriod.about(consultationId, interval)
  const log = Buffer.from(writeLineLog(await linesOf(periods, outside)))
  const pdf = await printAttestation(attestation)
  await journal.append({
    type: 'procurement.attestation_written',
    subject: attestation.ref,
    actor: SYSTEM,
    data: { sha256: digestOf(pdf), log: digestOf(log) },
  })
  const subjects = [attestation, ...periods, ...outside].map(({ ref }) => ref)
  return { pdf, log, subjects, at: attestation.madeAt.toJSDate() }
}

/** In the order of the journal, whoever saw them: identifiers are made in it, under the same hold. */
async function linesOf(periods: LookPeriod[], outside: OutsidePeriod[]): Promise<LoggedBatch[]> {
  const batches = [...(await loggedIn(periods)), ...(await outsideLoggedIn(outside))]
  return batches.toSorted((a, b) => (a.batch < b.batch ? -1 : 1))
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const proven = (name: string, role: string, bytes: Buffer) => ({
  ...{ name, role, size: bytes.length, sha256: digestOf(bytes) },
})

function entry(path: string, content: Buffer | string) {
  const bytes = Buffer.from(content as string)
  return { path, size: bytes.length, open: async () => Readable.from([bytes]) }
}
