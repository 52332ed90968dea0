import vine from '@vinejs/vine'

/** At most some twenty things or services, separated by dots; and the moment the page was drawn. */
export const streamValidator = vine.create({
  voir: vine
    .string()
    .maxLength(1000)
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)
    .optional(),
  depuis: vine.number().positive().optional(),
})

/** The page that follows a position of the journal. */
export const newsValidator = vine.create({
  avant: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER).optional(),
})
