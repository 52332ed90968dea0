import vine from '@vinejs/vine'
import { SECTION_MAX_LENGTH } from '../rules/fiche_sections.js'
import { FICHE_STATUTS, type FicheStatut } from '../rules/fiche_statut.js'
import { NATURES } from '../rules/indicator.js'
import { frenchMessages } from './messages.js'

const line = () => vine.string().trim().maxLength(300)

export const ficheValidator = vine.create({ title: line().minLength(3) })

export const sectionValidator = vine.create({
  text: vine.string().trim().maxLength(SECTION_MAX_LENGTH).optional(),
})

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

export const valuesValidator = vine.create({
  values: vine.record(
    vine.object({
      value: vine.string().trim().maxLength(40).optional(),
      until: vine.number().min(1).max(12).withoutDecimals().optional(),
      source: line().optional(),
      comment: vine.string().trim().maxLength(1000).optional(),
    })
  ),
})

export const indicatorValidator = vine.create({
  title: line().minLength(3),
  unit: line().minLength(1),
  nature: vine.enum(NATURES),
  baseline: vine.string().trim().maxLength(40).optional(),
  baselineYear: vine.number().min(2000).max(2099).withoutDecimals().optional(),
  baselineUntil: vine.number().min(1).max(12).withoutDecimals().optional(),
  target: vine.string().trim().maxLength(80).optional(),
  targetYear: vine.number().min(2000).max(2099).withoutDecimals().optional(),
})

export const introductionValidator = vine.create({
  introduction: vine.string().trim().maxLength(5000).optional(),
})

for (const validator of [
  ficheValidator,
  sectionValidator,
  statutValidator,
  publicationValidator,
  pilotValidator,
  invitationValidator,
  valuesValidator,
  indicatorValidator,
  introductionValidator,
]) {
  validator.messagesProvider = frenchMessages
}
