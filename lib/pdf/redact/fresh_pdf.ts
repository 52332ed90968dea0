import {
  type PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNull,
  PdfNumber,
  PdfRef,
  PdfStream,
  type PdfObject,
} from '@libpdf/core'
import { resolved } from '../document.js'
import { serialize } from '../serializer.js'
import { RedactionRefused } from './errors.js'
import { LEFT_BEHIND, OF_NAMES, refuseDrawnLetters } from './left_behind.js'
import { withoutNotes } from './jpeg_notes.js'

const MOST_OBJECTS = 200_000

/** A PDF written from nothing: what is not copied into it, page by page, is not in it. */
export class FreshPdf {
  private readonly bodies: (Buffer | null)[] = [null]
  private readonly copies = new Map<string, PdfRef>()

  constructor(private readonly source: PDF) {}

  reserve(): PdfRef {
    if (this.bodies.length > MOST_OBJECTS) {
      throw new RedactionRefused('Ce document a trop d’éléments pour être occulté.')
    }
    this.bodies.push(null)
    return PdfRef.of(this.bodies.length - 1, 0)
  }

  add(value: PdfObject, at = this.reserve()): PdfRef {
    this.bodies[at.objectNumber] = serialize(value)
    return at
  }

  /** What an object of the source draws, with all that it leads to. */
  copy(value: PdfObject, hasNames = false): PdfObject {
    if (value instanceof PdfRef) return this.copyOf(value, hasNames)
    if (value instanceof PdfStream) return this.add(this.streamOf(value))
    if (value instanceof PdfDict) return new PdfDict(this.entries(value, hasNames))
    if (value instanceof PdfArray) return new PdfArray(value.toArray().map((one) => this.copy(one)))
    return value
  }

  /** A stream of the source with other bytes: what said how they were packed is left behind. */
  restreamed(source: PdfStream, bytes: Buffer, entries: [string, PdfObject][]): PdfStream {
    const replaced = ['Filter', 'DecodeParms', 'F', ...entries.map(([key]) => key)]
    const added = entries.map(([key, value]): [PdfName, PdfObject] => [PdfName.of(key), value])
    return new PdfStream([...this.entries(source, false, replaced), ...added], bytes)
  }

  bytes(root: PdfRef): Buffer {
    const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
    let at = parts[0].length
    let table = `0000000000 65535 f \n`
    for (const [number, body] of this.bodies.entries()) {
      if (number === 0) continue
      const head = Buffer.from(`${number} 0 obj\n`)
      const object = Buffer.concat([head, body ?? Buffer.from('null'), Buffer.from('\nendobj\n')])
      table += `${String(at).padStart(10, '0')} 00000 n \n`
      parts.push(object)
      at += object.length
    }
    const trailer = `trailer\n<</Size ${this.bodies.length}/Root ${root}>>\nstartxref\n${at}\n%%EOF\n`
    return Buffer.concat([
      ...parts,
      Buffer.from(`xref\n0 ${this.bodies.length}\n${table}${trailer}`),
    ])
  }

  private copyOf(ref: PdfRef, hasNames: boolean): PdfObject {
    const key = `${ref} ${hasNames}`
    const known = this.copies.get(key)
    if (known) return known
    const value = resolved(this.source, ref)
    if (!value) return PdfNull.instance
    const at = this.reserve()
    this.copies.set(key, at)
    if (value instanceof PdfStream) return this.add(this.streamOf(value), at)
    return this.add(this.copy(value, hasNames), at)
  }

  private streamOf(source: PdfStream): PdfStream {
    return new PdfStream(this.entries(source, false), withoutNotes(source))
  }

  private entries(
    dict: PdfDict,
    hasNames: boolean,
    replaced: string[] = []
  ): [PdfName, PdfObject][] {
    refuseDrawnLetters(dict)
    return [...dict].flatMap(([key, value]): [PdfName, PdfObject][] => {
      const isLeft = !hasNames && (LEFT_BEHIND.has(key.value) || replaced.includes(key.value))
      // A length is said again by the writing of the stream
      if (isLeft || (dict instanceof PdfStream && key.value === 'Length')) return []
      return [[key, this.copy(value, !hasNames && OF_NAMES.has(key.value))]]
    })
  }
}

/** A whole number of a dictionary, or zero. */
export const countIn = (value: PdfObject | null): number =>
  value instanceof PdfNumber ? value.value : 0
