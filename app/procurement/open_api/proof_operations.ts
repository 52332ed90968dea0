import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { behind, establishmentsOf } from '#rooms/outsiders'
import { told } from '#web/api/shapes'
import { readAtMost } from '#web/read_at_most'
import { frenchMessages } from '#web/validation_messages'
import { PROOF_KINDS, type ProofKind } from '../rules/proof_kinds.js'
import { ProofNotBrought, VaultClosed } from '../vault/errors.js'
import { keepProofOnce, MOST_PROOF_BYTES } from '../vault/keep_proof.js'
import Proof from '../vault/proof.js'
import { proofDaysOf } from '../vault/proof_days.js'
import type { OpenOperation } from './open_operation.js'

const KINDS = Object.keys(PROOF_KINDS) as ProofKind[]
const proof = vine.create({
  id: told.id(),
  kind: told.oneOf(KINDS),
  issuer: told.text(),
  issuedOn: told.day(),
  expiresOn: told.day().nullable(),
  name: told.text(),
  size: told.count(),
  sha256: told.text(),
})
/** What is said of a proof beside its bytes. */
const said = vine.create({
  kind: vine.enum(KINDS),
  name: vine.string().trim().minLength(1).maxLength(200),
  issuer: vine.string().trim().maxLength(200).optional(),
  issuedOn: vine.string().trim().maxLength(10),
  expiresOn: vine.string().trim().maxLength(10).optional(),
})
said.messagesProvider = frenchMessages

/** What a company's program does of its vault, which opens where somebody vouched for who holds the token. */
export const proofOperations: OpenOperation[] = [
  {
    name: 'proofs.index',
    call: 'GET /pieces',
    title: 'Les pièces du coffre, et quand chacune finit',
    says: 'Cent au plus : toutes sont dans la réponse.',
    answer: { of: 'Piece', shape: proof, list: true },
    refuses: [403],
    async run({ ctx }) {
      const id = await ownVault(ctx)
      const proofs = await behind({ establishments: [id] }, () => Proof.of(id))
      return { items: proofs.map(toldOf), next: null }
    },
  },
  {
    name: 'proofs.show',
    call: 'GET /pieces/:id',
    title: 'Le fichier d’une pièce du coffre',
    answer: { mediaType: 'application/octet-stream', says: 'Les octets de la pièce.' },
    refuses: [403],
    async run({ ctx, params }) {
      const establishments = [await ownVault(ctx)]
      const { bytes } = await behind({ establishments }, () => Proof.get(params.id))
      return ctx.response.header('content-type', 'application/octet-stream').send(bytes)
    },
  },
  {
    name: 'proofs.store',
    call: 'POST /pieces',
    title: 'Mettre une pièce dans le coffre',
    says: 'Le corps est le fichier : PDF, JPEG ou PNG, de 10 Mo au plus. Le même fichier, dit de même, n’y est qu’une fois.',
    query: said,
    isPiece: true,
    answer: { of: 'Piece', shape: proof, status: 201 },
    refuses: [403, 409],
    async run({ ctx, query }) {
      const establishmentId = await ownVault(ctx)
      const { kind, name, issuer = '' } = query
      const days = proofDaysOf(query)
      const body = ctx.request.request
      const bytes = await readAtMost(body, MOST_PROOF_BYTES, () => new ProofNotBrought())
      const whose = { establishmentId, addedBy: ctx.door.personId, source: 'self' as const }
      const kept = await keepProofOnce({ ...whose, ...days, kind, name, issuer, bytes })
      return { isNew: kept.isNew, told: toldOf(kept.proof) }
    },
  },
  {
    name: 'proofs.remove',
    call: 'POST /pieces/:id/retrait',
    title: 'Retirer une pièce du coffre',
    says: 'Ce qui en fut joint à un dossier, ou scellé dans un pli, y reste.',
    answer: { of: 'Piece', shape: proof },
    refuses: [403],
    async run({ ctx, params }) {
      const establishments = [await ownVault(ctx)]
      return behind({ establishments }, async () => {
        const found = await Proof.get(params.id)
        const last = toldOf(found)
        await found.delete()
        return last
      })
    },
  },
]

/** @throws E_VAULT_CLOSED to who acts for a company by her own word alone */
async function ownVault({ company, door }: HttpContext): Promise<string> {
  const held = await establishmentsOf(door.personId)
  if (!held.some(({ id }) => id === company.id)) throw new VaultClosed()
  return company.id
}

const toldOf = ({ id, kind, issuer, issuedOn, expiresOn, name, size, digest }: Proof) => ({
  ...{ id, kind, issuer, name, size, sha256: digest },
  issuedOn: issuedOn.toISODate(),
  expiresOn: expiresOn?.toISODate() ?? null,
})
