import { PdfUnfaithful } from '#lib/signature/errors'
import { highestNumber } from '../witness/references.js'
import type { Place } from '../witness/section.js'
import { same } from '../witness/values.js'
import type { Witness } from '../witness/witness.js'
import { judgeAnnotation, judgeSignature } from './addition.js'
import { newAnnotations, refuseOtherChanges } from './changed_objects.js'

/** What a gesture was to add to a document. */
export interface Addition {
  kind: 'signature' | 'mark'
  /** Whether it draws something where we chose; the place of a waiting field is its author's. */
  isShown: boolean
}

/**
 * Compares what we made of a document with the document, as a reader that is not the writer sees
 * both: every byte is there, no object says anything else, and what was added is on the visible
 * page. Throws E_PDF_UNFAITHFUL with the reason.
 */
export function judgeUpdate(before: Witness, after: Witness, addition: Addition): void {
  if (!after.bytes.subarray(0, before.bytes.length).equals(before.bytes)) {
    throw new PdfUnfaithful('les octets d’origine auraient changé')
  }
  refuseOtherTrailer(before, after)
  const { changed, created } = differences(before, after)
  const highest = highestNumber(before)
  if (created.some((number) => number <= highest)) {
    throw new PdfUnfaithful('un objet ajouté prendrait la place d’un autre')
  }
  refuseOtherChanges(before, after, changed)
  if (addition.kind === 'signature') judgeSignature(after, created, before.bytes.length)
  if (!addition.isShown) return
  const added = newAnnotations(before, after, changed)
  if (!added.some((annotation) => judgeAnnotation(after, annotation))) {
    throw new PdfUnfaithful('la marque ajoutée ne se verrait pas sur la page')
  }
}

/** Another catalogue would be another document. */
function refuseOtherTrailer(before: Witness, after: Witness): void {
  for (const key of ['Root', 'Info', 'Encrypt']) {
    if (!same(before.trailer(key), after.trailer(key))) {
      throw new PdfUnfaithful('la structure du document aurait changé')
    }
  }
}

/** The numbers of the objects that stand elsewhere than before, and of those that stood nowhere. */
function differences(before: Witness, after: Witness) {
  const [changed, created] = [[] as number[], [] as number[]]
  for (const number of before.places.keys()) {
    if (!after.places.has(number)) throw new PdfUnfaithful('un objet du document disparaîtrait')
  }
  for (const [number, place] of after.places) {
    if (isSamePlace(before.places.get(number), place)) continue
    // Free in a table that was not found before, and nowhere in the file: nothing came
    if (place === null && !before.places.has(number)) continue
    if (before.said(number)) changed.push(number)
    else created.push(number)
  }
  return { changed, created }
}

function isSamePlace(one: Place | undefined, other: Place): boolean {
  if (!one || !other) return one === other
  const [a, b] = [one, other].map((place) => Object.values(place).join())
  return a === b
}
