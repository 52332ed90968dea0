import { Decimal } from '#lib/values'
import { all, first, take, term, type Terms } from './terms.js'

/** Brings what CII repeats or puts elsewhere to where EN 16931 names it. */
export function neutralCii(root: Terms): void {
  once(root, 'BT-7')
  once(root, 'BT-8')
  for (const means of all(root, 'BG-16')) root.terms.push(...take(means, 'BT-91'))
  for (const totals of all(root, 'BG-22')) nameTaxes(root, take(totals, 'BT-110'))
  schemed(root, 'BT-18')
  for (const line of all(root, 'BG-25')) {
    schemed(line, 'BT-128')
    basis(line)
    noReduction(line)
  }
  for (const party of root.groups) for (const contact of party.groups) named(contact)
  for (const note of all(root, 'BG-1'))
    note.terms.sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** The tax in the currency of the invoice, and the tax in that of accounting. */
export function nameTaxes(root: Terms, taxes: Terms['terms']): void {
  const accounting = first(root, 'BT-6')?.text
  for (const { text, attributes } of taxes) {
    const isOther =
      attributes.currencyID !== first(root, 'BT-5')?.text && attributes.currencyID === accounting
    root.terms.push(term(isOther ? 'BT-111' : 'BT-110', text))
  }
}

/** The quantity that a gross price is for is that of the net price. */
function basis(line: Terms): void {
  for (const gross of take(line, 'BT-149-gross')) {
    const net = first(line, 'BT-149')
    if (!net) line.terms.push({ ...gross, name: 'BT-149' })
    else if (net.text !== gross.text) line.terms.push(gross)
  }
}

/** A gross price that nothing reduces is reduced by nothing: UBL must say so, CII need not. */
export function noReduction(line: Terms): void {
  const [reduction] = take(line, 'BT-147')
  const isNothing = Decimal.tryParse(reduction?.text ?? '')?.isZero()
  if (reduction && !(isNothing && first(line, 'BT-148'))) line.terms.push(reduction)
}

/** A contact is a person, or a department when there is none. */
function named(contact: Terms): void {
  for (const { name } of contact.terms.filter((one) => one.name.endsWith('-department'))) {
    const person = name.replace('-department', '')
    if (first(contact, person)) continue
    for (const one of take(contact, name)) contact.terms.push({ ...one, name: person })
  }
}

/** A term that stands at each rate is said once. */
function once(group: Terms, name: string): void {
  const [one] = take(group, name)
  if (one) group.terms.push(one)
}

/** CII writes who gives an identifier of object in an element beside it. */
function schemed(group: Terms, name: string): void {
  const schemes = take(group, `${name}-1`)
  take(group, name).forEach((one, index) => {
    const schemeID = schemes[index]?.text
    group.terms.push(schemeID ? { ...one, attributes: { ...one.attributes, schemeID } } : one)
  })
}
