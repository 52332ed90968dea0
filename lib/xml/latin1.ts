/** A text that cannot be written in ISO-8859-1, even after transliteration. */
export class NotLatin1 extends Error {
  constructor(
    readonly character: string,
    /** Counted from 1, in the text after transliteration. */
    readonly position: number
  ) {
    super(`Le caractère ${shown(character)} ne peut pas être transmis : remplacez-le.`)
    this.name = 'NotLatin1'
  }
}

/** As itself, or by its number when it shows nothing. */
function shown(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return /[\p{C}]/u.test(character) ? `invisible U+${code}` : `« ${character} »`
}

// What word processors put in French texts and ISO-8859-1 lacks.
// prettier-ignore
const REPLACEMENTS: Record<string, string> = {
  '’': "'", '‘': "'", '‚': ',', '‛': "'", '′': "'",
  '“': '"', '”': '"', '„': '"', '″': '"', '‹': '<', '›': '>',
  '–': '-', '—': '-', '‐': '-', '‑': '-', '‒': '-', '−': '-', '•': '-', '·': '·',
  '…': '...', '€': 'EUR', 'œ': 'oe', 'Œ': 'OE', 'Ÿ': 'Y', '™': '(TM)', '№': 'n°',
  '\u202f': '\u00a0', '\u2009': ' ', '\u200a': ' ', '\u2002': ' ', '\u2003': ' ', '\u2007': '\u00a0',
  // Manual breaks of lines and pages
  '\u000b': ' ', '\u000c': ' ',
  '\u200b': '', '\u200c': '', '\u200d': '', '\ufeff': '', '\u2060': '',
}

/**
 * The text with every character outside ISO-8859-1 transliterated (’ to ', œ to oe, € to EUR, ő to o).
 * @throws NotLatin1 for a character without equivalent
 */
export function latin1Text(text: string): string {
  const written = Array.from(text.normalize('NFC'), transliterate).join('')
  for (const [index, character] of Array.from(written).entries()) {
    const code = character.codePointAt(0)!
    // C1 controls (0x80-0x9F) are windows-1252 leftovers, never text; XML knows three of the C0
    const isControl =
      (code >= 0x80 && code < 0xa0) || (code < 0x20 && !'\t\n\r'.includes(character))
    if (code > 0xff || isControl) throw new NotLatin1(character, index + 1)
  }
  return written
}

/** The bytes of the text in ISO-8859-1, transliterated. `Buffer.from(s, 'latin1')` alone truncates. */
export function latin1(text: string | { toString(): string }): Buffer {
  return Buffer.from(latin1Text(String(text)), 'latin1')
}

function transliterate(character: string): string {
  const replacement = REPLACEMENTS[character]
  if (replacement !== undefined) return replacement
  if (character.codePointAt(0)! <= 0xff) return character
  // NFKD separates a letter from its accents and a ligature into its letters
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '')
  return /^[\u0020-\u00ff]+$/.test(base) ? base : character
}
