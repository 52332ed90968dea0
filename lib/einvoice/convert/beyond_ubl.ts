import { missing } from './missing.js'
import { all, first, type Terms } from './terms.js'

/** The terms that are said more often than UBL has places for them, and those that it cannot do without. */
export const beyondUbl = (root: Terms): string[] => [
  ...buyersOf(root),
  ...saidAgain(root),
  ...missing(root, 'UBL'),
]

/** The terms that UBL may hold more than once in a group. */
const MANY = new Set('BT-20 BT-29 BT-46 BT-110 BT-127 BT-128 BT-158 id'.split(' '))

/** The terms that a group says more than once where UBL has one place, as an IBAN and an older account. */
function saidAgain(group: Terms): string[] {
  const names = group.terms.map(({ name }) => name).filter((name) => !MANY.has(name))
  return [
    ...names.filter((name, at) => names.indexOf(name) < at),
    ...group.groups.flatMap(saidAgain),
  ]
}

/** Only the French extension lets UBL name a buyer twice, by its SIRET and by its service (UBL-SR-16). */
const buyersOf = (root: Terms): string[] => {
  const isExtended = first(root, 'BT-24')?.text.trim().endsWith('extended-ctc-fr')
  const names = all(root, 'BG-7').flatMap(({ terms }) =>
    terms.filter(({ name }) => name === 'BT-46')
  )
  return names.length > 1 && !isExtended ? ['BT-46'] : []
}
