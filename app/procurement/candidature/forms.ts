import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'

const text = (most: number) => vine.string().trim().maxLength(most)

/** What a company says of itself in its candidature, by a page or by a program. */
export const factsForm = vine.create({
  legalForm: text(100).minLength(2),
  representative: text(200).minLength(3),
  quality: text(200).minLength(2),
  email: text(300).email(),
  phone: text(40).minLength(6),
  turnover1: text(30).optional(),
  turnover2: text(30).optional(),
  turnover3: text(30).optional(),
  workforce: text(10).optional(),
  isSme: vine.boolean().optional(),
  insurer: text(300).optional(),
  references: text(5_000).optional(),
  isNotExcluded: vine.boolean().optional(),
  isInReceivership: vine.boolean().optional(),
  receivership: text(500).optional(),
})
factsForm.messagesProvider = frenchMessages

/** What is declared of a sous-traitant (R2193-1), by a page or by a program. */
export const sousTraitantForm = vine.create({
  name: text(200).minLength(2),
  siret: text(20).optional(),
  address: text(500).minLength(5),
  nature: text(2_000).minLength(3),
  amount: text(30),
  payment: text(1_000).minLength(3),
  priceVariation: text(1_000).optional(),
  capacities: text(1_000).optional(),
  isNotExcluded: vine.boolean().optional(),
})
sousTraitantForm.messagesProvider = frenchMessages
