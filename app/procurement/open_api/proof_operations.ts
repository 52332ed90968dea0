import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { behind, establishmentsOf } from '#rooms/outsiders'
import { told } from '#web/api/shapes'
import { PROOF_KINDS, type ProofKind } from '../rules/proof_kinds.js'
import { VaultClosed } from '../vault/errors.js'
import Proof from '../vault/proof.js'
import type { OpenOperation } from './open_operation.js'

const proof = vine.create({
  id: told.id(),
  kind: told.oneOf(Object.keys(PROOF_KINDS) as ProofKind[]),
  issuer: told.text(),
  issuedOn: told.day(),
  expiresOn: told.day().nullable(),
  name: told.text(),
  size: told.count(),
  sha256: told.text(),
})

/** What a company's program reads of its vault, which opens where somebody vouched for who holds the token. */
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
