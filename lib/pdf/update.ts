import { PdfDict, PdfRef, PdfStream, type PdfObject } from '@libpdf/core'
import { PdfUnreadable } from '#lib/signature/errors'
import {
  crossReferenceStream,
  crossReferenceTable,
  startOfCrossReference,
  updatedTrailer,
  type ObjectOffset,
} from './cross_reference.js'
import type { OpenPdf } from './document.js'
import type { Holder } from './holder.js'
import { serialize, type Cipher } from './serializer.js'
import { isDictionary, withEntries } from './splice.js'
import { highestNumber } from './witness/references.js'
import type { Witness } from './witness/witness.js'
import { witnessOf } from './witnessed.js'

/** Readers take no object of a higher number (ISO 32000-1 annex C): ours would be lost to them. */
const HIGHEST_READ = 8_388_607
const MOST_ADDED = 1_000

/** An object to be written again: some of its entries, or the whole of it. */
interface Change {
  ref: PdfRef
  object: PdfObject
  keys: Set<string> | null
}

/**
 * An incremental update (ISO 32000-1 §7.5.6): the original bytes untouched, then the objects that
 * changed or appeared, then their cross-reference section. Written by hand because the library
 * rewrites linearized files whole, which would destroy the signatures they carry.
 */
export class PdfUpdate {
  private readonly changed = new Map<number, Change>()
  private readonly offsets: ObjectOffset[] = []
  /** How the file reads without the library; its other bytes are copied from there. */
  readonly witness: Witness

  constructor(private readonly document: OpenPdf) {
    this.witness = witnessOf(document)
    const highest = highestNumber(this.witness)
    if (highest + MOST_ADDED > HIGHEST_READ) throw new PdfUnreadable()
    // The library counts on from there.
    document.pdf.context.resolve(PdfRef.of(highest, 0))
  }

  /** Gives an entry of a dictionary another value; the others stay as they are written. */
  change({ dict, ref, object, within }: Holder, key: string, value: PdfObject): void {
    dict.set(key, value)
    if (this.document.pdf.context.registry.isNew(ref)) return
    const change = this.changed.get(ref.objectNumber) ?? { ref, object, keys: new Set() }
    change.keys?.add(within ?? key)
    this.changed.set(ref.objectNumber, change)
  }

  /** Says that the object behind a reference was changed in place, and must be written whole. */
  markChanged(ref: PdfRef, object: PdfObject): void {
    const isNew = this.document.pdf.context.registry.isNew(ref)
    if (!isNew) this.changed.set(ref.objectNumber, { ref, object, keys: null })
  }

  /** Adds an object and returns its reference. */
  add(object: PdfObject): PdfRef {
    return this.document.pdf.context.register(object)
  }

  /** The whole new file. */
  toBuffer(): Buffer {
    const { bytes, pdf } = this.document
    const created = [...pdf.context.registry.getNewObjects()]
    const objects = [
      ...this.changed.values(),
      ...created.map(([ref, object]) => ({ ref, object, keys: null })),
    ]
    const chunks = [bytes, Buffer.from('\n')]
    let position = bytes.length + 1
    for (const { ref, object, keys } of objects) {
      this.offsets.push({ number: ref.objectNumber, generation: ref.generation, offset: position })
      const chunk = this.indirectObject({ ref, object, keys })
      chunks.push(chunk)
      position += chunk.length
    }
    return Buffer.concat([...chunks, this.crossReference(position)])
  }

  /** Where the object behind a reference starts in the file that `toBuffer` returned. */
  offsetOf(ref: PdfRef): number {
    return this.offsets.find((entry) => entry.number === ref.objectNumber)!.offset
  }

  private indirectObject({ ref, object, keys }: Change): Buffer {
    const head = Buffer.from(`${ref.objectNumber} ${ref.generation} obj\n`)
    const cipher = this.cipherFor(ref, object)
    const body = this.spliced(ref, object, keys, cipher) ?? serialize(object, cipher)
    return Buffer.concat([head, body, Buffer.from('\nendobj\n')])
  }

  /** Strings within a stream of objects are in clear there, and must not be once out of it. */
  private spliced(ref: PdfRef, object: PdfObject, keys: Change['keys'], cipher: Cipher | null) {
    const said = keys && this.witness.said(ref.objectNumber)
    if (!said || !isDictionary(said) || !(object instanceof PdfDict)) return null
    if (cipher && said.isWithinStream) return null
    const entries = [...keys].map((key) => [key, serialize(object.get(key)!, cipher)] as const)
    return withEntries(said, new Map(entries))
  }

  /** Every string and stream of a locked document is encrypted by its object's number (§7.6.2). */
  private cipherFor(ref: PdfRef, object: PdfObject): Cipher | null {
    const handler = this.document.pdf.context.info.securityHandler
    if (!handler?.isAuthenticated) return null
    const { objectNumber, generation } = ref
    const type = object instanceof PdfStream ? object.getName('Type')?.value : undefined
    const encryptsStream = handler.shouldEncryptStream(type)
    return {
      string: (bytes) => handler.encryptString(bytes, objectNumber, generation),
      stream: (bytes) =>
        encryptsStream ? handler.encryptStream(bytes, objectNumber, generation) : bytes,
    }
  }

  /** A section of the same kind as the file's last one (ISO 32000-1 §7.5.8.4). */
  private crossReference(position: number): Buffer {
    const { bytes, pdf } = this.document
    const { info, registry } = pdf.context
    const previous = startOfCrossReference(bytes)
    const trailer = updatedTrailer(info.trailer, previous, registry.nextObjectNumber)
    return pdf.usesXRefStreams
      ? crossReferenceStream(trailer, this.offsets, position)
      : crossReferenceTable(trailer, this.offsets, position)
  }
}
