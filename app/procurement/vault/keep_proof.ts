import { createHash } from 'node:crypto'
import { clock } from '#kernel/clock'
import { DocumentInfected, DocumentTypeRefused } from '#kernel/documents'
import { scanFile } from '#kernel/documents/antivirus'
import { cleanName } from '#lib/file_name'
import { mediaTypeOf } from '#lib/media_type'
import { uuidv7, type LocalDate } from '#lib/values'
import { behind, walled } from '#rooms/outsiders'
import { DateTime } from 'luxon'
import { PROOF_KINDS, type ProofKind } from '../rules/proof_kinds.js'
import { sealedFor } from './at_rest.js'
import { VaultFull } from './errors.js'
import Proof from './proof.js'

export const MOST_PROOF_BYTES = 10_000_000
/** One page shows them all: a company has a dozen. */
const MOST_PROOFS = 100
const SHOWN = ['application/pdf', 'image/jpeg', 'image/png']

export interface NewProof {
  establishmentId: string
  addedBy: string
  kind: ProofKind
  issuer: string
  issuedOn: LocalDate
  /** What is written on it; else what its kind says. */
  expiresOn: LocalDate | null
  name: string
  bytes: Buffer
  source: Proof['source']
}

/**
 * Keeps a proof in the vault of an establishment, whose member its caller knows `addedBy` to be: read
 * by the antivirus, and of a type that a buyer opens.
 * @throws E_DOCUMENT_TYPE, E_DOCUMENT_INFECTED, E_VAULT_FULL
 */
export async function keepProof(proof: NewProof): Promise<Proof> {
  const { bytes, establishmentId, kind } = proof
  const name = cleanName(proof.name)
  if (!SHOWN.includes(mediaTypeOf(bytes)))
    throw new DocumentTypeRefused(name, 'PDF, JPEG ou PNG').at('proof')
  const verdict = await scanFile(bytes)
  if (verdict.is === 'infected') throw new DocumentInfected(name, verdict.threat).at('proof')
  const expiresOn = proof.expiresOn ?? endOf(kind, proof.issuedOn)
  return behind({ establishments: [establishmentId] }, async () => {
    if ((await Proof.of(establishmentId)).length >= MOST_PROOFS) throw new VaultFull(MOST_PROOFS)
    const id = uuidv7()
    return Proof.create(
      {
        ...{ id, establishmentId, kind, name, sealed: sealedFor(id, bytes) },
        issuer: proof.issuer || PROOF_KINDS[kind].issuer,
        issuedOn: dateOf(proof.issuedOn),
        expiresOn: expiresOn && dateOf(expiresOn),
        size: bytes.length,
        digest: digestOf(bytes),
        source: proof.source,
        addedBy: proof.addedBy,
        addedAt: clock.now(),
      },
      walled()
    )
  })
}

/**
 * The same asked twice, by a program that did not hear the answer: one that is there already, of the
 * same bytes and the same kind and day, is given back. @throws those of `keepProof`
 */
export async function keepProofOnce(proof: NewProof): Promise<{ proof: Proof; isNew: boolean }> {
  const { establishmentId, kind } = proof
  const known = await behind({ establishments: [establishmentId] }, () => Proof.of(establishmentId))
  const digest = digestOf(proof.bytes)
  const day = proof.issuedOn.toString()
  const same = known.find(
    (one) => one.digest === digest && one.kind === kind && one.issuedOn.toISODate() === day
  )
  return same ? { proof: same, isNew: false } : { proof: await keepProof(proof), isNew: true }
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const dateOf = (day: LocalDate) => DateTime.fromISO(day.toString(), { zone: 'utc' })

function endOf(kind: ProofKind, issuedOn: LocalDate): LocalDate | null {
  const { months } = PROOF_KINDS[kind]
  return months === null ? null : issuedOn.plusMonths(months)
}
