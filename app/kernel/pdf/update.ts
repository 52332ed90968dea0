import { PdfStream, type PdfObject, type PdfRef } from '@libpdf/core'
import {
  crossReferenceStream,
  crossReferenceTable,
  startOfCrossReference,
  updatedTrailer,
  type ObjectOffset,
} from './cross_reference.js'
import type { OpenPdf } from './document.js'
import { serialize, type Cipher } from './serializer.js'

/**
 * An incremental update (ISO 32000-1 §7.5.6): the original bytes untouched, then the objects that
 * changed or appeared, then their cross-reference section. Written by hand because the library
 * rewrites linearized files whole, which would destroy the signatures they carry.
 */
export class PdfUpdate {
  private readonly changed = new Map<number, { ref: PdfRef; object: PdfObject }>()
  private readonly offsets: ObjectOffset[] = []

  constructor(private readonly document: OpenPdf) {}

  /** Says that the object behind a reference was changed in place. */
  markChanged(ref: PdfRef, object: PdfObject): void {
    const isNew = this.document.pdf.context.registry.isNew(ref)
    if (!isNew) this.changed.set(ref.objectNumber, { ref, object })
  }

  /** Adds an object and returns its reference. */
  add(object: PdfObject): PdfRef {
    return this.document.pdf.context.register(object)
  }

  /** The whole new file. */
  toBuffer(): Buffer {
    const { bytes, pdf } = this.document
    const created = [...pdf.context.registry.getNewObjects()]
    const objects = [...this.changed.values(), ...created.map(([ref, object]) => ({ ref, object }))]
    const chunks = [bytes, Buffer.from('\n')]
    let position = bytes.length + 1
    for (const { ref, object } of objects) {
      this.offsets.push({ number: ref.objectNumber, generation: ref.generation, offset: position })
      const chunk = this.indirectObject(ref, object)
      chunks.push(chunk)
      position += chunk.length
    }
    return Buffer.concat([...chunks, this.crossReference(position)])
  }

  /** Where the object behind a reference starts in the file that `toBuffer` returned. */
  offsetOf(ref: PdfRef): number {
    return this.offsets.find((entry) => entry.number === ref.objectNumber)!.offset
  }

  private indirectObject(ref: PdfRef, object: PdfObject): Buffer {
    const head = Buffer.from(`${ref.objectNumber} ${ref.generation} obj\n`)
    const body = serialize(object, this.cipherFor(ref, object))
    return Buffer.concat([head, body, Buffer.from('\nendobj\n')])
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
