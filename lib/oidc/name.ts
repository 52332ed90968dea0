import { parsePersonName } from '#lib/outsiders/person_name'
import { InvalidValue } from '#lib/values'

/**
 * A name as a provider says it, as ours are kept; null when there is none. Providers join the parts
 * of one given name by « _ » where a space would part two of them.
 */
export function readName(text: string | null): string | null | 'unreadable' {
  const plain = text?.replaceAll('_', ' ').trim() ?? ''
  if (plain === '') return null
  try {
    return parsePersonName(plain)
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    return 'unreadable'
  }
}
