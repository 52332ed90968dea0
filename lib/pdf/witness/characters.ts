/** What parts two words, and what ends one (ISO 32000-1 §7.2.2). */
export const BLANK = kindOf('\0\t\n\f\r ')
export const SPECIAL = kindOf('\0\t\n\f\r ()<>[]{}/%')

/** Whether a byte is a digit. */
export const isDigit = (byte: number | undefined) =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39

function kindOf(chars: string): boolean[] {
  const kinds = Array.from({ length: 256 }, () => false)
  for (const char of chars) kinds[char.charCodeAt(0)] = true
  return kinds
}
