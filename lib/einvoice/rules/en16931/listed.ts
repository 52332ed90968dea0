import { normal, path, type Found } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { at, type Rule } from '../rule.js'

type Codes = ReadonlySet<string>

/** Texts at the end of a way that begins at every element of a name, wherever it stands. */
export const under = (names: string, way = '.') => {
  const [find, each] = [path(way), names.split(' ')]
  return (invoice: Invoice) => {
    const nodes = invoice.named(...each)
    return nodes.length === 0 ? NOTHING : nodes.flatMap(find)
  }
}

const NOTHING: readonly Found[] = []
Object.freeze(NOTHING)

/** A code that must be of a list. */
export const listed = (
  codes: Codes,
  find: (invoice: Invoice) => readonly Found[],
  id: string,
  term: string,
  list: string
): Rule =>
  at(
    find,
    id,
    term,
    `Prenez le code ${term} dans la liste ${list}.`,
    ({ text }) =>
      codes.has(normal(text)) ||
      `« ${normal(text).slice(0, 40)} » n’est pas un code de ${list} (${term}) : prenez-en un de cette liste.`
  )

const isWithin =
  (names: string[]) =>
  ({ node }: Found): boolean => {
    for (let above = node.parent; above; above = above.parent)
      if (names.includes(above.name)) return true
    return false
  }

/** Texts that stand outside of these elements. */
export const outside =
  (find: (invoice: Invoice) => readonly Found[], ...names: string[]) =>
  (invoice: Invoice) =>
    find(invoice).filter((found) => !isWithin(names)(found))

/** Texts that stand within one of these elements. */
export const within =
  (find: (invoice: Invoice) => readonly Found[], ...names: string[]) =>
  (invoice: Invoice) =>
    find(invoice).filter((found) => isWithin(names)(found))
