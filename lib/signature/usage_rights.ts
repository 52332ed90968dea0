import type { PDF } from '@libpdf/core'
import { attempt } from '#lib/attempt'
import { catalogOf, dictAt } from '#lib/pdf/document'
import { indirectAt, type Indirect } from '#lib/pdf/witness/indirect'
import { Dict, Name, Ref, Text, type Value } from '#lib/pdf/witness/values'
import { Witness } from '#lib/pdf/witness/witness'

/** What the bytes of a file say of signatures, whichever objects its form shows. */
export interface SignatureTraces {
  /** Something there is a signature, and is not known to be of usage rights. */
  ofSignature: boolean
  /** The publisher of a software opened functions of his reader (ISO 32000-1 §12.8.2.3). */
  ofUsageRights: boolean
}

/** The rights of PDF 1.5, then those of PDF 1.6 (§12.8.4, table 258). */
const RIGHTS = ['UR', 'UR3']

/** Two for each time that rights were given; a file that says more is something else. */
const MOST_TRACES = 8

/** Reads every trace, those of former revisions too: a signature that was taken off is still there. */
export function signatureTraces(bytes: Buffer, pdf: PDF): SignatureTraces {
  const traces = tracesIn(bytes)
  const areRights = traces.length <= MOST_TRACES && traces.every((at) => isOfRights(bytes, at))
  const permissions = dictAt(pdf, catalogOf(pdf), 'Perms')
  const isGranted = RIGHTS.some((key) => permissions && dictAt(pdf, permissions, key))
  return {
    ofSignature: traces.length > 0 && !areRights,
    ofUsageRights: isGranted || (traces.length > 0 && areRights),
  }
}

function tracesIn(bytes: Buffer): number[] {
  const found: number[] = []
  const pattern = /\/ByteRange|\/Type\s*\/Sig\b/g
  const text = bytes.toString('latin1')
  while (found.length <= MOST_TRACES) {
    const match = pattern.exec(text)
    if (!match) break
    found.push(match.index)
  }
  return found
}

/** A word « obj » may stand in a string of the dictionary: the object begins before it. */
const MOST_BEGINNINGS = 4

/** The object whose own dictionary stands around a place; what a stream holds is none. */
function objectAround(bytes: Buffer, place: number): Indirect | null {
  let at = place
  for (let tries = 0; tries < MOST_BEGINNINGS && at > 0; tries++) {
    at = bytes.lastIndexOf(' obj', at - 1)
    if (at === -1) return null
    const before = bytes.toString('latin1', Math.max(0, at - 24), at + 4)
    const head = /\d+\s+\d+ obj$/.exec(before)
    const object = head && attempt(() => indirectAt(bytes, at + 4 - head[0].length, () => null))
    if (object && object.start <= place && place < object.end) return object
  }
  return null
}

/**
 * Its transforms say so, which its own digest covers; said nowhere, the catalogue that it signed
 * does. A later catalogue is not asked: it could call so a signature that it takes off its form.
 */
function isOfRights(bytes: Buffer, place: number): boolean {
  const object = objectAround(bytes, place)
  const signature = object && innermost(object.value, place)
  if (!signature) return false
  const covered = readUpTo(bytes, endOf(signature) ?? bytes.length)
  const file = covered ?? readUpTo(bytes, bytes.length)
  const references = file?.list(signature.get('Reference')) ?? []
  if (references.length > 0) {
    return references.every((item) => isRight(file!.dict(item)?.get('TransformMethod')))
  }
  return covered !== null && isGranted(covered, signature, object)
}

function isGranted(covered: Witness, signature: Dict, object: Indirect): boolean {
  const permissions = covered.dict(covered.dict(covered.trailer('Root'))?.get('Perms') ?? null)
  return RIGHTS.map((key) => permissions?.get(key)).some((granted) =>
    granted instanceof Ref
      ? signature === object.value && granted.number === object.number
      : granted instanceof Dict && placeOf(granted) === placeOf(signature)
  )
}

/** The dictionary that says what stands at a place: the permissions may hold it whole. */
function innermost(value: Value, place: number): Dict | null {
  if (!(value instanceof Dict)) return null
  const around = value.entries.find(({ start, end }) => start <= place && place < end)
  return (around && innermost(around.value, place)) ?? value
}

const placeOf = (dict: Dict) => dict.entries[0]?.start

const isRight = (method: unknown) => method instanceof Name && RIGHTS.includes(method.bytes)

/** The length of the revision that it covers, or null when it names none. */
function endOf(signature: Dict): number | null {
  const range = signature.get('ByteRange')
  const [, , from, length] = Array.isArray(range) ? range : []
  const isSaid = typeof from === 'number' && typeof length === 'number'
  return isSaid && signature.get('Contents') instanceof Text ? from + length : null
}

/** A file that was written anew since has no longer the length of what was signed. */
const readUpTo = (bytes: Buffer, end: number) => attempt(() => new Witness(bytes.subarray(0, end)))
