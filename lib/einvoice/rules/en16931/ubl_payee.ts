import { path } from '../../model/path.js'
import type { Invoice } from '../../model/invoice.js'
import { at } from '../rule.js'
import { elementsAt } from '../structure.js'

/** The elements of places. */
export const every =
  (...places: string[]) =>
  (invoice: Invoice) =>
    places.flatMap((place) => elementsAt(invoice, place)).map((node) => ({ node, text: node.text }))

/** A payee is identified once, and is not the seller. */
export const payee = (id: string, term: string, way: string) =>
  at(
    every('PayeeParty'),
    id,
    term,
    `N’identifiez le bénéficiaire qu’une fois (${term}), et sous un autre nom que celui du vendeur.`,
    ({ node }, invoice) => {
      const name = path('PartyName/Name')(node)
      const seller = invoice.all('BG-4').flatMap((group) => group.texts('BT-27'))
      const isOther = name.some(({ text }) => seller.some((one) => one !== text))
      return path(way)(node).length <= 1 && isOther
    }
  )
