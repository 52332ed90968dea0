import { unaccented } from './normalise.js'

/** What a search asks of one field: `type:arrêté`, `-tiers:"Le Goff"`. */
export interface AskedField {
  /** In small letters, without accents. */
  key: string
  value: string
  isUnwanted: boolean
}

const FIELD = /(?<=^|\s)(-?)([\p{L}_]+):(?:"([^"]*)"|«\s*([^»]*?)\s*»|“([^”]*)”|(\S+))/gu

/**
 * Takes out of a search what it asks of fields that are known; what looks like one and is none
 * stays among its words.
 */
export function fieldsIn(typed: string, isKnown: (key: string) => boolean) {
  const fields: AskedField[] = []
  const rest = typed
    .normalize('NFC')
    .replace(FIELD, (whole, minus: string, name: string, ...said) => {
      const key = unaccented(name)
      const value = said.slice(0, 4).find((one) => one !== undefined) as string
      if (!isKnown(key) || !value.trim()) return whole
      fields.push({ key, value: value.trim(), isUnwanted: minus === '-' })
      return ' '
    })
  return { rest, fields }
}
