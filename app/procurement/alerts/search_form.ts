import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'
import { PACES, type Pace } from '../rules/alert.js'
import { NATURES, type NatureName } from '../rules/choices.js'

/** What may be looked for, as a form or a program says it. */
const criteria = {
  q: vine.string().trim().maxLength(200).optional(),
  cpv: vine
    .string()
    .trim()
    .regex(/^\d{2,8}(-\d)?$/)
    .optional(),
  departement: vine
    .string()
    .trim()
    .toUpperCase()
    .regex(/^(\d{2,3}|2[AB])$/)
    .optional(),
  nature: vine.enum(Object.keys(NATURES) as NatureName[]).optional(),
}
const pace = vine.enum(Object.keys(PACES) as Pace[])

/** What whoever likes asks by an address, on the pages of a member. */
export const askedSearch = vine.create({
  email: vine.string().trim().email().maxLength(254),
  ...criteria,
  isHere: vine.boolean().optional(),
  pace,
})
askedSearch.messagesProvider = frenchMessages

export const webhookAddress = () => vine.string().trim().maxLength(2_000)

/** What somebody saves in her space, or her program. */
export const ownSearchForm = vine.create({
  ...criteria,
  /** The short name of one member. */
  buyer: vine
    .string()
    .trim()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
  pace,
  isMailed: vine.boolean().optional(),
  webhook: webhookAddress().optional(),
})
ownSearchForm.messagesProvider = frenchMessages

/** Where the program of a search is. */
export const receiverForm = vine.create({ webhook: webhookAddress().minLength(1) })
receiverForm.messagesProvider = frenchMessages

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The choices of both forms. */
export const searchOptions = () => ({
  natures: [{ value: '', label: 'Toutes' }, ...options(NATURES)],
  paces: options(PACES),
})
