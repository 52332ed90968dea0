import { type PDF, PdfDict, PdfStream, PdfString } from '@libpdf/core'
import { catalogOf, resolved } from '#lib/pdf/document'

/** Every tool that appends an update says its name and the time: nobody takes them for the document. */
const OF_THE_TOOL = ['ModDate', 'Producer']

/** Whether title, author and the like are what they were, in the trailer and in the XMP packet. */
export function hasSameMetadata(before: PDF, after: PDF): boolean {
  return infoOf(before) === infoOf(after) && packetOf(before) === packetOf(after)
}

/** The title that a revision gives itself. */
export function titleOf(pdf: PDF): string | null {
  const info = resolved(pdf, pdf.context.info.trailer.get('Info'))
  const title = info instanceof PdfDict ? resolved(pdf, info.get('Title')) : null
  return title instanceof PdfString ? title.asString().trim() || null : null
}

function infoOf(pdf: PDF): string {
  const info = resolved(pdf, pdf.context.info.trailer.get('Info'))
  if (!(info instanceof PdfDict)) return ''
  return [...info.keys()]
    .map((key) => key.value)
    .filter((key) => !OF_THE_TOOL.includes(key))
    .sort()
    .map((key) => {
      const value = resolved(pdf, info.get(key))
      return `${key}=${value instanceof PdfString ? Buffer.from(value.bytes).toString('hex') : value}`
    })
    .join('\n')
}

/** A packet packed in an unknown way is the same as long as its bytes are. */
function decodedOf(packet: PdfStream): Buffer {
  try {
    return Buffer.from(packet.getDecodedData())
  } catch {
    return Buffer.from(packet.data)
  }
}

function packetOf(pdf: PDF): string {
  const packet = resolved(pdf, catalogOf(pdf).get('Metadata'))
  if (!(packet instanceof PdfStream)) return ''
  return decodedOf(packet)
    .toString('utf8')
    .replace(/<(xmp:ModifyDate|xmp:MetadataDate|xmpMM:InstanceID|pdf:Producer)>[^<]*<\/\1>/g, '')
    .replace(/(xmp:ModifyDate|xmp:MetadataDate|xmpMM:InstanceID|pdf:Producer)="[^"]*"/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
