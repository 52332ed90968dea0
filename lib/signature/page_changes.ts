import { PdfDict, PdfNull, PdfRef, type PdfObject } from '@libpdf/core'
import { roleBehind } from '#lib/pdf/compared_pair'
import { inherited, pageAt } from '#lib/pdf/page'
import { annotationChanges, type Revisions } from './annotation_changes.js'
import { addChanges, noChanges, type LaterChanges } from './later_changes.js'

/** What a page shows, attribute by attribute, in words. */
const PARTS: [string, string][] = [
  ['Contents', 'le contenu de la page %s'],
  ['Resources', 'les polices ou les images de la page %s'],
  ['MediaBox', 'le format de la page %s'],
  ['CropBox', 'le cadrage de la page %s'],
  ['Rotate', 'l’orientation de la page %s'],
  ['UserUnit', 'l’échelle de la page %s'],
  ['Group', 'la transparence de la page %s'],
  ['AA', 'les actions automatiques de la page %s'],
]

/** Said by its place in the tree, compared on their own, or seen by nobody. */
const APART = ['Type', 'Parent', 'Annots', 'LastModified', 'Tabs']

/** What became of a page between a signed revision and the whole file. */
export function pageChanges(revisions: Revisions, index: number): LaterChanges {
  const { before, after, comparison } = revisions
  const [one, other] = [before, after].map((pdf) => pageAt(pdf, index).dict)
  const number = String(index + 1)
  const changes = noChanges()
  const isChanged = (key: string) => {
    const [was, is] = [inherited(before, one, key), inherited(after, other, key)]
    const [kept, now] = [raw(one, key, was), raw(other, key, is)]
    return !isBothEmpty(was, is) && !comparison.isSame(kept, now, roleBehind(key))
  }
  changes.altered = PARTS.filter(([key]) => isChanged(key)).map(([, words]) =>
    words.replace('%s', number)
  )
  const named = new Set([...APART, ...PARTS.map(([key]) => key)])
  const others = [...new Set([...one.keys(), ...other.keys()].map((key) => key.value))]
  if (others.some((key) => !named.has(key) && !comparison.isSame(one.get(key), other.get(key))))
    changes.completed.push(`les données annexes de la page ${number}`)
  if (!comparison.isSameStream(one, other)) changes.altered.push(PARTS[0][1].replace('%s', number))
  addChanges(changes, annotationChanges(revisions, [one, other], number))
  return changes
}

/** The reference rather than the value, when the page holds it itself: its place counts. */
function raw(page: PdfDict, key: string, value: PdfObject | null): PdfObject | null {
  const own = page.get(key)
  return own instanceof PdfRef && value ? own : value
}

function isBothEmpty(one: PdfObject | null, other: PdfObject | null): boolean {
  return [one, other].every(
    (value) => !value || value instanceof PdfNull || (value instanceof PdfDict && value.size === 0)
  )
}
