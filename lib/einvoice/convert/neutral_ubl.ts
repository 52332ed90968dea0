import { nameTaxes, noReduction } from './neutral_cii.js'
import { all, first, take, term, type Terms } from './terms.js'

/** The means of payment that UBL writes when only a reference or a day of it is known (UNTDID 4461). */
export const NO_MEANS = 'ZZZ'

/** What UBL writes for an order that has no number, when the seller's has one. */
export const NO_ORDER = 'NA'

/** Brings what UBL puts elsewhere to where EN 16931 names it. */
export function neutralUbl(root: Terms): void {
  for (const period of all(root, 'BG-14')) take(period, 'BT-8')
  root.groups = root.groups.filter(
    ({ name, terms, groups }) => name !== 'BG-14' || terms.length + groups.length > 0
  )
  take(root, 'BT-83')
  for (const means of all(root, 'BG-16')) {
    const moved = ['BT-9', 'BT-83', 'BT-89', 'BT-91'].flatMap((name) => take(means, name))
    for (const one of moved) if (!first(root, one.name)) root.terms.push(one)
    const isBare = means.groups.length === 0 && means.terms.every(({ text }) => text === NO_MEANS)
    if (moved.length > 0 && isBare) root.groups = root.groups.filter((one) => one !== means)
  }
  for (const group of [...all(root, 'BG-4'), ...all(root, 'BG-10')]) {
    for (const one of take(group, 'BT-90'))
      if (!first(root, 'BT-90')) root.terms.push(term('BT-90', one.text))
  }
  nameTaxes(root, take(root, 'BT-110'))
  take(root, 'BT-18-1')
  if (first(root, 'BT-14') && first(root, 'BT-13')?.text === NO_ORDER) take(root, 'BT-13')
  for (const note of all(root, 'BG-1')) splitNote(note)
  for (const line of all(root, 'BG-25')) neutralLine(root, line)
}

/** `#PMT#text`: the subject of a note stands before it. */
function splitNote(note: Terms): void {
  const [written] = take(note, 'BT-22')
  const [, subject, text] = /^#([A-Z]{3})#(.*)$/s.exec(written?.text ?? '') ?? []
  if (subject) note.terms.push(term('BT-21', subject), term('BT-22', text))
  else if (written) note.terms.push(written)
}

/** The place of a line in its tree is a reference to the invoice itself. */
function neutralLine(root: Terms, line: Terms): void {
  take(line, 'BT-128-1')
  noReduction(line)
  const own = first(root, 'BT-1')?.text
  for (const reference of all(line, 'EXT-FR-FE-BG-06')) {
    if (first(reference, 'EXT-FR-FE-136')?.text !== own) continue
    line.terms.push(...take(reference, 'EXT-FR-FE-163'), ...take(reference, 'EXT-FR-FE-162'))
    line.groups = line.groups.filter((one) => one !== reference)
  }
}
