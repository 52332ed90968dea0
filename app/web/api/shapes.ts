import vine from '@vinejs/vine'

/** The words of which rooms make what they tell programs; the document says them as JSON Schemas. */
export const told = {
  id: () => vine.string().uuid(),
  text: () => vine.string(),
  /** ISO 8601 with its zone: `2026-11-29T10:00:00.000Z`. */
  moment: () => vine.string().meta({ format: 'date-time' }),
  /** A legal day: `2026-11-29`. */
  day: () => vine.string().meta({ format: 'date' }),
  flag: () => vine.boolean({ strict: true }),
  count: () => vine.number({ strict: true }).withoutDecimals(),
  oneOf: <const Values extends readonly string[]>(values: Values) => vine.enum(values),
}

/** A file that a program may read at `url`. */
export const fileShape = vine.object({
  id: told.id(),
  name: told.text(),
  mediaType: told.text(),
  /** In octets. */
  size: told.count(),
  sha256: told.text(),
  url: told.text(),
})

/** What is told of a document of the tenant in context, at its address. */
export const toldFile = (
  file: { id: string; name: string; mediaType: string; size: number; sha256: string },
  url: string
) => {
  const { id, name, mediaType, size, sha256 } = file
  return { id, name, mediaType, size, sha256, url }
}
