import vine from '@vinejs/vine'
import { FICHE_STATUTS, type FicheStatut } from '../rules/fiche_statut.js'
import { frenchMessages } from './messages.js'

const line = () => vine.string().trim().maxLength(300)

export const ficheValidator = vine.create({ title: line().minLength(3) })

export const statutValidator = vine.create({
  statut: vine.enum(Object.keys(FICHE_STATUTS) as FicheStatut[]),
})

export const publicationValidator = vine.create({ public: vine.boolean() })

export const pilotValidator = vine.create({ userId: vine.string().uuid() })

export const invitationValidator = vine.create({
  fullName: line().minLength(3),
  email: vine.string().trim().email(),
  title: line().optional(),
})

export const placeValidator = vine.create({ axeId: vine.string().uuid() })

for (const validator of [
  ficheValidator,
  statutValidator,
  publicationValidator,
  pilotValidator,
  invitationValidator,
  placeValidator,
]) {
  validator.messagesProvider = frenchMessages
}
