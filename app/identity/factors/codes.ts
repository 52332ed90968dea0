import { randomInt } from 'node:crypto'

/** No letter that is mistaken for a figure: the codes are read on paper. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** A code of so many signs, of 4.9 bits each. */
export const drawCode = (signs: number): string =>
  Array.from({ length: signs }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** As it is written for people: groups of four. */
export const grouped = (code: string): string => code.match(/.{1,4}/g)!.join('-')

/** What somebody typed, as it was drawn. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
