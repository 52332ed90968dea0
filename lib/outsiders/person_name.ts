import { InvalidValue } from '#lib/values'

const MOST_SIGNS = 100

/** Those of keyboards, of typesetters, and of those who take an accent for one. */
const APOSTROPHES = /[’ʼ`´]/g

/** A digit, an invisible sign, or a mark that has no letter to stand on. */
const FOREIGN_SIGN = /[^\p{L}\p{M}'. -]|(?<![\p{L}\p{M}])\p{M}/u

/**
 * A birth name, a usage name or a given name, as it is kept: NFC, one space between words, one sign
 * for every apostrophe.
 * @throws InvalidValue whose reason is `empty`, `sign` or `too-long`
 */
export function parsePersonName(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/^ | $/g, '')
    .replace(APOSTROPHES, "'")
  if (!/\p{L}/u.test(name)) throw new InvalidValue('Écrivez au moins une lettre.', 'empty')
  if (FOREIGN_SIGN.test(name)) {
    throw new InvalidValue(
      'Un nom s’écrit en lettres, avec des apostrophes, des traits d’union, des points et des espaces.',
      'sign'
    )
  }
  if ([...name].length > MOST_SIGNS) {
    throw new InvalidValue(`Un nom compte au plus ${MOST_SIGNS} signes.`, 'too-long')
  }
  return name
}
