import { type PDF, PdfDict, PdfNull, PdfRef, type PdfObject } from '@libpdf/core'
import type { RevisionComparison } from '#lib/pdf/compare'
import { arrayAt, resolved } from '#lib/pdf/document'
import { inherited, pageAt } from '#lib/pdf/page'
import { doubtAbout, placeOf, SignedPage, wordsOf } from './later_marks.js'
import { addChanges, noChanges, type LaterChanges } from './later_changes.js'
import type { Permissions } from './permissions.js'
import type { SignatureWidgets } from './signature_widgets.js'

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

/** What filling a field changes in its place, and where tools say that it hangs. */
const CHANGED_BY_FILLING = ['V', 'AP', 'AS', 'M', 'Parent', 'P', 'StructParent']

interface Revisions {
  before: PDF
  after: PDF
  comparison: RevisionComparison
  widgets: SignatureWidgets
  permissions: Permissions
}

/** What became of a page between a signed revision and the whole file. */
export function pageChanges(revisions: Revisions, index: number): LaterChanges {
  const { before, after, comparison } = revisions
  const [one, other] = [before, after].map((pdf) => pageAt(pdf, index).dict)
  const number = String(index + 1)
  const changes = noChanges()
  const isChanged = (key: string) => {
    const [was, is] = [inherited(before, one, key), inherited(after, other, key)]
    return !isBothEmpty(was, is) && !comparison.isSame(raw(one, key, was), raw(other, key, is))
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

function annotationChanges(
  { before, after, comparison, widgets, permissions }: Revisions,
  [one, other]: PdfDict[],
  number: string
): LaterChanges {
  const changes = noChanges()
  const [all, allNow] = [annotationsOf(before, one), annotationsOf(after, other)]
  const was = all.filter((item) => !widgets.isKnown(item))
  const is = allNow.filter((item) => !widgets.isLegitimate(item))
  const kept =
    was.every((item, at) =>
      widgets.mayChange(item)
        ? comparison.isSameBut(CHANGED_BY_FILLING, item, is[at])
        : comparison.isSameAnnotation(item, is[at])
    ) &&
    is.length >= was.length &&
    widgets.areStillOn(all, allNow)
  const marks = is.slice(was.length)
  const fields = marks.some((item) => subtypeOf(after, item) === 'Widget')
  if (!kept || fields) {
    const to = permissions.level === 3 && !fields ? changes.doubtful : changes.altered
    to.push(`les annotations de la page ${number}`)
  }
  if (fields) return changes
  const page = new SignedPage(before, one, number)
  const signatures = allNow.filter((item) => widgets.isNewlySigned(item))
  for (const item of marks) addMark(changes, after, item, page, { permissions, isSignature: false })
  for (const item of signatures) {
    const waiting = widgets.waitingPlace(item)
    addMark(changes, after, item, page, { permissions, isSignature: true, waiting })
  }
  return changes
}

function addMark(
  changes: LaterChanges,
  pdf: PDF,
  item: PdfObject,
  page: SignedPage,
  kind: { permissions: Permissions; isSignature: boolean; waiting?: PdfDict }
): void {
  const mark = resolved(pdf, item) as PdfDict
  const rectangle = placeOf(pdf, mark)
  const words = wordsOf(pdf, mark)
  const name = kind.isSignature ? 'une signature suivante' : words ? `« ${words} »` : 'un dessin'
  const { level } = kind.permissions
  if (!kind.isSignature && (level === 1 || level === 2))
    return void changes.altered.push(
      `page ${page.number} : une annotation, que le premier signataire avait interdite`
    )
  const doubt = doubtAbout(pdf, mark, page, kind)
  const place = rectangle ? page.placeInWords(rectangle) : `page ${page.number}`
  if (doubt) changes.doubtful.push(`${place} : ${name}, marque qui ${doubt}`)
  else if (!kind.isSignature || isVisible(rectangle))
    changes.added.push(`page ${page.number} : ${name}`)
}

const isVisible = (box: number[] | null) => box !== null && box[2] > box[0] && box[3] > box[1]

/** A null, or a reference to an object that is no more, is no annotation (ISO 32000-1 §7.3.9). */
function annotationsOf(pdf: PDF, page: PdfDict): PdfObject[] {
  const items = arrayAt(pdf, page, 'Annots')?.toArray() ?? []
  return items.filter((item) => resolved(pdf, item) instanceof PdfDict)
}

function subtypeOf(pdf: PDF, item: PdfObject): string | undefined {
  const dict = resolved(pdf, item)
  return dict instanceof PdfDict ? dict.getName('Subtype')?.value : undefined
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
