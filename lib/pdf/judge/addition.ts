import { PdfUnfaithful } from '#lib/signature/errors'
import { isInside, ordered, shownBox, type Box } from '../boxes.js'
import { Ref, Stream, type Dict, type Value } from '../witness/values.js'
import type { Witness } from '../witness/witness.js'
import type { NewAnnotation } from './changed_objects.js'

const DEEPEST_PAGE_TREE = 64
/** Invisible, hidden, not viewed; then printed (ISO 32000-1 §12.5.3). */
const CONCEALED = 1 + 2 + 32
const PRINTED = 4

/** Whether an annotation draws something, all of it on what is shown of its page. */
export function judgeAnnotation(after: Witness, { page, ref }: NewAnnotation): boolean {
  const annotation = after.dict(ref)
  const place = boxOf(after, annotation?.get('Rect') ?? null)
  if (!annotation || !place || isEmpty(place)) return false
  const flags = after.resolve(annotation.get('F'))
  const isSeen = typeof flags === 'number' && !(flags & CONCEALED) && Boolean(flags & PRINTED)
  return isSeen && draws(after, annotation) && isInside(place, visibleBox(after, page))
}

/** One signature, whose range leaves out its own place and nothing else (ISO 32000-1 §12.8.1). */
export function judgeSignature(after: Witness, created: number[], lengthBefore: number): void {
  const signatures = created.flatMap((number) => {
    const dict = after.dict(new Ref(number, 0))
    return dict?.get('ByteRange') ? [dict] : []
  })
  const range = signatures.length === 1 ? after.list(signatures[0].get('ByteRange')) : []
  const [start, opening, closing, rest] = range.map(Number)
  const coversAll = start === 0 && opening > lengthBefore && closing + rest === after.bytes.length
  const gap = coversAll ? after.bytes.toString('latin1', opening, closing) : ''
  if (!/^<[0-9a-f]+>$/.test(gap)) {
    throw new PdfUnfaithful('la signature ne couvrirait pas tout le document')
  }
}

function draws(after: Witness, annotation: Dict): boolean {
  const drawing = after.resolve(after.dict(annotation.get('AP'))?.get('N') ?? null)
  if (!(drawing instanceof Stream) || drawing.data.length === 0) return false
  const box = boxOf(after, drawing.dict.get('BBox'))
  return box !== null && !isEmpty(box)
}

function visibleBox(after: Witness, page: number): Box {
  const [media, crop] = ['MediaBox', 'CropBox'].map((key) =>
    boxOf(after, inherited(after, page, key))
  )
  return shownBox(media, crop)
}

function inherited(after: Witness, page: number, key: string): Value {
  let node = after.dict(new Ref(page, 0))
  for (let depth = 0; node && depth < DEEPEST_PAGE_TREE; depth++) {
    const value = after.resolve(node.get(key))
    if (value !== null) return value
    node = after.dict(node.get('Parent'))
  }
  return null
}

function boxOf(after: Witness, value: Value): Box | null {
  const sides = after.list(value).map((side) => after.resolve(side))
  const isBox = sides.length === 4 && sides.every((side) => typeof side === 'number')
  return isBox ? ordered(sides as number[]) : null
}

const isEmpty = ([left, bottom, right, top]: Box) => !(right > left && top > bottom)
