import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { frenchMessages } from '#web/validation_messages'
import { FORM_STEPS, REVIEW } from '../rules/form_steps.js'

const text = (longest: number) => vine.string().trim().maxLength(longest).nullable().optional()

/** What a draft says of itself, whoever writes it: a person or a program. */
const draftFields = {
  nature: vine.number().withoutDecimals().min(1).max(6).nullable().optional(),
  matiere: text(30),
  numero: text(60),
  objet: text(2000),
  decisionDate: text(10),
  typePJ: text(5),
  paperToo: vine.boolean().optional(),
  withheld: vine.boolean().optional(),
  previousIdentifier: text(60),
}

/** A draft takes anything that fits: what the ministry would refuse is said when it is sent. */
export const acteFormValidator = vine.create({
  ...draftFields,
  annexes: vine
    .array(
      vine.object({ id: vine.string().uuid(), typePJ: text(5), remove: vine.boolean().optional() })
    )
    .optional(),
  /** The refused annexes without which the acte may leave. */
  withoutRefused: vine.array(vine.string().uuid()).optional(),
  /** The type of all the annexes that are being added, then of each by the name of its file. */
  newAnnexesType: text(5),
  newAnnexTypes: vine
    .array(vine.object({ name: vine.string().maxLength(300), type: text(5) }))
    .optional(),
  /** The only step of the form that was on the page; without it the whole form was. */
  etape: vine.enum([...FORM_STEPS.map(({ name }) => name), REVIEW]).optional(),
  then: vine.enum(['save', 'submit', 'next', 'skip', 'back']).optional(),
})

/** The same from a program, which sends its files one by one. */
export const draftValidator = vine.create(draftFields)

/** What a person may have typed of a draft. */
export type ActeForm = Infer<typeof acteFormValidator>

export const cancellationValidator = vine.create({
  reason: text(500),
})

export const attachmentValidator = vine.create({
  tenant: vine.string().trim().maxLength(100),
  acte: vine.string().trim().minLength(1).maxLength(60),
})

export const settingsValidator = vine.create({
  transmitWhenSigned: vine.boolean().optional(),
  publishUnauthenticated: vine.boolean().optional(),
  referentName: text(100),
  referentPhone: text(30),
  headquartersSiret: text(20),
  referentEmail: vine.string().trim().email().nullable().optional(),
  extraReturnAddresses: text(1000),
})

acteFormValidator.messagesProvider = frenchMessages
draftValidator.messagesProvider = frenchMessages
cancellationValidator.messagesProvider = frenchMessages
attachmentValidator.messagesProvider = frenchMessages
settingsValidator.messagesProvider = frenchMessages
