import { signedAttributes, signedData } from '#lib/signature/cms_builder'
import { digestFor } from '#lib/signature/algorithms'
import { digestOfRanges, type ByteRange } from '#lib/signature/byte_range'
import type { LocalSigner } from '#lib/signature'

/** The text of each object by its number. */
export type Objects = Record<number, string>

export interface Choices {
  /** More entries of the signature dictionary, of its field, of the catalogue, of the form. */
  signature?: string
  field?: string
  catalogue?: string
  form?: string
  annotations?: string
  /** In no field of a form, as usage rights are. */
  isApart?: boolean
  /** Another CMS than ours, over the digest of what is covered. */
  cms?: (digest: Buffer) => Buffer
}

const ROOM = 9_000
const SIGNATURE = 90
const FIELD = 91

/** A page of text and a second one, signed, whose every object is written by hand. */
export function signedByHand(signer: LocalSigner, objects: Objects, choices: Choices = {}): Buffer {
  const field: Objects = choices.isApart ? {} : { [FIELD]: widget(choices) }
  const all: Objects = {
    1: `<</Type/Catalog/Pages 2 0 R${choices.isApart ? '' : form(choices)}${choices.catalogue ?? ''}>>`,
    2: '<</Type/Pages/Count 2/Kids[4 0 R 6 0 R]>>',
    3: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    4: page('/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R', choices.annotations),
    5: stream('', 'BT /F 12 Tf 72 700 Td (Le conseil approuve.) Tj ET'),
    6: page('/Resources<<>>'),
    ...objects,
    [SIGNATURE]: `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange [${' '.repeat(40)}]/Contents <${'0'.repeat(ROOM * 2)}>${choices.signature ?? ''}>>`,
    ...field,
  }
  return sign(written(Buffer.from('%PDF-1.7\n'), all, '/Root 1 0 R'), signer, choices.cms)
}

const form = (choices: Choices) =>
  `/AcroForm<</SigFlags 3/Fields[${FIELD} 0 R]${choices.form ?? ''}>>`

const widget = (choices: Choices) =>
  `<</Type/Annot/Subtype/Widget/FT/Sig/T(Maire)/F 132/Rect[0 0 0 0]/P 4 0 R/V ${SIGNATURE} 0 R${choices.field ?? ''}>>`

/** What makes of the signature one of usage rights (ISO 32000-1 §12.8.2.3), with its own entries. */
export function rights(key: 'UR' | 'UR3', signature: string): Choices {
  return { isApart: true, signature, catalogue: `/Perms<</${key} ${SIGNATURE} 0 R>>` }
}

/** Signed by hand, with what its signer allows to follow (ISO 32000-1 table 254). */
export function certified(signer: LocalSigner, level: 1 | 2 | 3): Buffer {
  const parameters = `<</Type/TransformParams/P ${level}/V/1.2>>`
  const reference = `<</Type/SigRef/TransformMethod/DocMDP/TransformParams ${parameters}>>`
  return signedByHand(signer, {}, { signature: `/Reference[${reference}]` })
}

/** The first page, whatever it holds besides its widget. */
export function page(entries: string, annotations?: string): string {
  const annots = annotations === undefined ? '' : `/Annots[${FIELD} 0 R ${annotations}]`
  return `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${entries}${annots}>>`
}

export function stream(entries: string, content: string): string {
  return `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`
}

/** An ordinary incremental update. */
export function appended(pdf: Buffer, objects: Objects, trailer = ''): Buffer {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))![1]
  return written(
    Buffer.concat([pdf, Buffer.from('\n')]),
    objects,
    `/Root 1 0 R/Prev ${previous}${trailer}`
  )
}

function written(start: Buffer, objects: Objects, trailer: string): Buffer {
  const chunks = [start]
  let position = start.length
  const rows: string[] = []
  for (const [number, text] of Object.entries(objects)) {
    const chunk = Buffer.from(`${number} 0 obj\n${text}\nendobj\n`, 'latin1')
    rows.push(`${number} 1\n${String(position).padStart(10, '0')} 00000 n \n`)
    chunks.push(chunk)
    position += chunk.length
  }
  const table = `xref\n${rows.join('')}trailer\n<</Size 100${trailer}>>\nstartxref\n${position}\n%%EOF\n`
  return Buffer.concat([...chunks, Buffer.from(table)])
}

/** Fills the last empty signature of the file. */
export function sign(pdf: Buffer, signer: LocalSigner, other?: Choices['cms']): Buffer {
  const { certificate, chain, sign: value } = signer
  const signed = Buffer.from(pdf)
  const opening = signed.lastIndexOf(`/Contents <000`) + '/Contents '.length
  const closing = opening + ROOM * 2 + 2
  const byteRange: ByteRange = [0, opening, closing, signed.length - closing]
  const rangeAt = signed.lastIndexOf('/ByteRange [', opening) + '/ByteRange ['.length
  signed.write(byteRange.join(' ').padEnd(40), rangeAt, 'latin1')
  const digestName = digestFor(certificate)
  const digest = digestOfRanges(signed, byteRange, digestName)
  const attributes = signedAttributes({ digest, certificate, digestName })
  const own = () =>
    signedData({
      attributes,
      signature: value(attributes),
      certificate,
      chain,
      digestName,
    })
  const cms = other ? other(digest) : own()
  signed.write(cms.toString('hex'), opening + 1, 'latin1')
  return signed
}
