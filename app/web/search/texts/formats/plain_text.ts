/** More is read of no document: as much as of a PDF. */
const MOST_SIGNS = 400_000

/**
 * The text of a file that is nothing else: UTF-8 or UTF-16 as its mark says, or else windows-1252,
 * which old software still writes.
 */
export function plainText(bytes: Buffer): string {
  const head = bytes.subarray(0, MOST_SIGNS * 4)
  return tidy(decode(head)).slice(0, MOST_SIGNS)
}

function decode(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2)
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes)
  const text = new TextDecoder('utf-8').decode(bytes)
  // One sign at the end may be cut by the bound
  return text.slice(0, -1).includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text
}

/** PostgreSQL keeps no zero in a text, and the rest of the spaces says nothing. */
export const tidy = (text: string): string => text.replaceAll('\0', ' ').replace(/\s+/g, ' ').trim()

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** What is written between the marks of an XML or HTML file. */
export function markupText(source: string): string {
  const bare = source
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
  const said = bare.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi,
    (whole, ten, hex, name) =>
      name
        ? (ENTITIES[name.toLowerCase()] ?? whole)
        : signOf(ten ? Number(ten) : Number.parseInt(hex, 16))
  )
  return tidy(said).slice(0, MOST_SIGNS)
}

const signOf = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : ' '
