import { crc32 } from 'node:zlib'

/** What a separator sheet says of the document that begins after it; nothing when it only parts. */
export interface SheetOrder {
  /** Identifiers, as their tables have them. */
  typeId: string | null
  spaceId: string | null
  folderId: string | null
  /** ISO day. */
  date: string | null
}

/** What only parts two documents. */
export const ONLY_PARTS: SheetOrder = { typeId: null, spaceId: null, folderId: null, date: null }

const LETTERS = { typeId: 'T', spaceId: 'S', folderId: 'F' } as const
const CODE = /HALLE1\/(\d{9})\/([A-Z0-9-]*)\/([0-9A-F]{8})(?![0-9A-F])/

/**
 * `HALLE1/<siren>/<order>/<crc>`: signs of the alphanumeric mode of a QR code alone (ISO/IEC 18004
 * §7.4.4), so that its points stay large; the check is the CRC-32 of what is before it.
 */
export function sheetCode(siren: string, order: SheetOrder): string {
  const parts = Object.entries(LETTERS).flatMap(([key, letter]) => {
    const id = order[key as keyof typeof LETTERS]
    return id ? `${letter}${id.replaceAll('-', '').toUpperCase()}` : []
  })
  if (order.date) parts.push(`D${order.date.replaceAll('-', '')}`)
  const said = `HALLE1/${siren}/${parts.join('-')}`
  return `${said}/${checkOf(said)}`
}

/** The first code of a sheet of that member in a text; null when it holds none. */
export function readSheetCode(text: string, siren: string): SheetOrder | null {
  const [, whose, body, check] = CODE.exec(text) ?? []
  if (whose !== siren || checkOf(`HALLE1/${whose}/${body}`) !== check) return null
  const order = { ...ONLY_PARTS }
  for (const part of body.split('-').filter(Boolean)) {
    const [letter, value] = [part[0], part.slice(1)]
    const key = (Object.keys(LETTERS) as (keyof typeof LETTERS)[]).find(
      (one) => LETTERS[one] === letter
    )
    if (key && /^[0-9A-F]{32}$/.test(value)) order[key] = identifier(value)
    else if (letter === 'D' && /^\d{8}$/.test(value)) order.date = day(value)
    else return null
  }
  return order
}

const checkOf = (said: string) => crc32(said).toString(16).toUpperCase().padStart(8, '0')

const identifier = (digits: string) =>
  digits.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** A day of the calendar, or nothing: the 31st of February is none. */
function day(digits: string): string | null {
  const said = digits.replace(/^(....)(..)(..)$/, '$1-$2-$3')
  const at = new Date(`${said}T12:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(said) ? said : null
}
