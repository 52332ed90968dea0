import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'

/** The second gesture: another PDF, an objet without names, and a person who read them again. */
export const redactedCopyValidator = vine.create({
  publicObjet: vine.string().trim().maxLength(499).nullable().optional(),
  reread: vine.boolean().optional(),
  /** A person looked at what no program can judge: images, veils, pages that are not read. */
  looked: vine.boolean().optional(),
})

/** Why it is taken off: an empty reason is said at its field by the controller. */
export const unpublishValidator = vine.create({
  unpublishReason: vine.string().trim().maxLength(500).nullable().optional(),
})

redactedCopyValidator.messagesProvider = frenchMessages
unpublishValidator.messagesProvider = frenchMessages
