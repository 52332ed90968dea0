import { establishmentsOf } from '#rooms/outsiders'
import { inviteMember, removeMember, shareOut } from '../candidature/invite.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { Siret } from '#lib/values'
import { readPart } from '../rules/candidature.js'
import { VaultClosed } from '../vault/errors.js'
import { giveProofs } from '../vault/given_proof.js'
import { candidatureShape, givenPieces, invitedMember, sharedPart } from './candidature_shapes.js'
import { heldOpen, toldOf } from './held_candidature.js'
import type { OpenOperation } from './open_operation.js'

const answer = { of: 'Candidature', shape: candidatureShape } as const

/** Who answers with a company, and which proofs of its vault it joins, by its program. */
export const memberOperations: OpenOperation[] = [
  {
    name: 'candidatures.invite',
    call: 'POST /candidatures/:id/membres',
    title: 'Inviter un cotraitant, qui accepte par un lien',
    body: invitedMember,
    answer,
    refuses: [409, 422],
    async run({ ctx, params, body }) {
      const siret = Siret.tryParse(body.siret)
      refuseProblems([
        ...(siret ? [] : [{ field: 'siret', message: 'Ce SIRET n’est pas valide.' }]),
        ...partProblems(body.part),
      ])
      const { consultation, personId } = await heldOpen(ctx.door.personId, params.id)
      const { company, email, work = '', part } = body
      const invited = { company, email, work, part: readPart(part), siret: siret!.toString() }
      await inviteMember(consultation, { personId, candidatureId: params.id }, invited)
      return toldOf(personId, params.id)
    },
  },
  {
    name: 'candidatures.share',
    call: 'POST /candidatures/:id/membres/:membre/part',
    title: 'Dire la part d’un membre, et ce qu’il fait',
    body: sharedPart,
    answer,
    refuses: [409, 422],
    async run({ ctx, params, body }) {
      refuseProblems(partProblems(body.part))
      const { consultation, personId } = await heldOpen(ctx.door.personId, params.id)
      const told = { memberId: params.membre, part: readPart(body.part), work: body.work ?? '' }
      await shareOut(consultation, { personId, candidatureId: params.id }, told)
      return toldOf(personId, params.id)
    },
  },
  {
    name: 'candidatures.remove_member',
    call: 'POST /candidatures/:id/membres/:membre/retrait',
    title: 'Continuer sans un cotraitant, qui en est prévenu',
    answer,
    refuses: [409],
    async run({ ctx, params }) {
      const { consultation, personId } = await heldOpen(ctx.door.personId, params.id)
      await removeMember(consultation, { personId, candidatureId: params.id }, params.membre)
      return toldOf(personId, params.id)
    },
  },
  {
    name: 'candidatures.give',
    call: 'POST /candidatures/:id/pieces',
    title: 'Joindre des pièces du coffre à son dossier',
    says: 'Le choix entier, qui remplace le précédent ; chaque pièce est copiée telle que ce jour-là.',
    body: givenPieces,
    answer,
    refuses: [403, 409],
    async run({ ctx, params, body }) {
      const { own, personId } = await heldOpen(ctx.door.personId, params.id)
      const vaults = await establishmentsOf(ctx.door.personId)
      // A vault opens to who acts for the company, and not by her own word
      if (!vaults.some(({ id }) => id === own.establishmentId)) throw new VaultClosed()
      await giveProofs(personId, own.id, body.pieces)
      return toldOf(personId, params.id)
    },
  },
]

const partProblems = (part?: string) =>
  part && readPart(part) === null
    ? [{ field: 'part', message: 'Écrivez une part en pour cent.' }]
    : []
