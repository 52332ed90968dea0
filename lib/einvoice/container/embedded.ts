import { PdfArray, PdfDict, PdfName, PdfStream, PdfString, type PDF } from '@libpdf/core'
import { arrayAt, catalogOf, dictAt, loadPdf, resolved } from '#lib/pdf/document'

/** A file that a PDF carries. */
export interface Embedded {
  /** As the PDF names it; empty when it does not. */
  name: string
  /** `Data`, `Source`, `Alternative`…; null when it is not said. */
  relationship: string | null
  /** Said in /UF only: older readers see no name. */
  isNamedInUnicodeOnly: boolean
  bytes: Buffer
}

export interface Carrier {
  files: Embedded[]
  /** What the XMP packet says of the level of the invoice; null when it says nothing. */
  level: string | null
  isEncrypted: boolean
  /** Whether the names of its files stand in a tree, and whether /AF names the files. */
  isSplit: boolean
  hasAssociatedFiles: boolean
}

/** More files than any invoice carries, and more branches than their names need. */
const MOST_FILES = 500
const MOST_BRANCHES = 2_000

/** Opens a PDF and takes out what it carries. @throws the errors of `loadPdf` */
export async function openCarrier(bytes: Buffer): Promise<Carrier> {
  const pdf = await loadPdf(bytes)
  const catalog = catalogOf(pdf)
  const names = dictAt(pdf, catalog, 'Names')
  const tree = names && dictAt(pdf, names, 'EmbeddedFiles')
  const named = tree ? specificationsIn(pdf, tree) : []
  const associated = associatedIn(pdf, catalog)
  const files = [...new Set([...named, ...associated])]
    .slice(0, MOST_FILES)
    .flatMap((one) => embeddedIn(pdf, one))
  return {
    files: onceEach(files),
    level: levelIn(pdf, catalog),
    isEncrypted: pdf.isEncrypted,
    isSplit: tree?.get('Kids') !== undefined,
    hasAssociatedFiles: associated.length > 0,
  }
}

/** A file that the tree of names and /AF both give is one file. */
const onceEach = (files: Embedded[]) =>
  files.filter(
    (file, index) =>
      files.findIndex((other) => other.name === file.name && other.bytes.equals(file.bytes)) ===
      index
  )

const dictOf = (pdf: PDF, value: Parameters<typeof resolved>[1]): PdfDict[] => {
  const dict = resolved(pdf, value)
  return dict instanceof PdfDict ? [dict] : []
}

/** What /AF names: a list of files, or one file alone, which is no list but is read. */
function associatedIn(pdf: PDF, catalog: PdfDict): PdfDict[] {
  const list = arrayAt(pdf, catalog, 'AF')?.toArray()
  if (list) return list.flatMap((one) => dictOf(pdf, one))
  const alone = dictAt(pdf, catalog, 'AF')
  return alone ? [alone] : []
}

/**
 * Pairs of names and files, in the leaves of a tree that has branches or has none. A branch is walked
 * once: one that holds itself, or another twice, would be walked for ever.
 */
function specificationsIn(pdf: PDF, tree: PdfDict): PdfDict[] {
  const found: PdfDict[] = []
  const branches = new Set([tree])
  for (const branch of branches) {
    const pairs = arrayAt(pdf, branch, 'Names')?.toArray() ?? []
    found.push(...pairs.filter((_, index) => index % 2 === 1).flatMap((one) => dictOf(pdf, one)))
    if (found.length >= MOST_FILES) return found.slice(0, MOST_FILES)
    const kids = resolved(pdf, branch.get('Kids'))
    if (!(kids instanceof PdfArray)) continue
    for (const kid of kids.toArray().flatMap((one) => dictOf(pdf, one)))
      if (branches.size < MOST_BRANCHES) branches.add(kid)
  }
  return found
}

function embeddedIn(pdf: PDF, specification: PdfDict): Embedded[] {
  const streams = dictAt(pdf, specification, 'EF')
  const stream =
    streams &&
    ['UF', 'F']
      .map((key) => resolved(pdf, streams.get(key)))
      .find((one) => one instanceof PdfStream)
  if (!(stream instanceof PdfStream)) return []
  const [unicode, plain] = ['UF', 'F'].map((key) => textOf(pdf, specification, key))
  const relationship = resolved(pdf, specification.get('AFRelationship'))
  return [
    {
      name: unicode ?? plain ?? '',
      relationship: relationship instanceof PdfName ? relationship.value : null,
      isNamedInUnicodeOnly: unicode !== null && plain === null,
      bytes: decoded(stream),
    },
  ]
}

const textOf = (pdf: PDF, dict: PdfDict, key: string): string | null => {
  const value = resolved(pdf, dict.get(key))
  return value instanceof PdfString ? value.asString() : null
}

/** A stream that cannot be decoded carries nothing. */
function decoded(stream: PdfStream): Buffer {
  try {
    return Buffer.from(stream.getDecodedData())
  } catch {
    return Buffer.alloc(0)
  }
}

/** `fx:ConformanceLevel`, as an element or as an attribute, whatever its prefix. */
function levelIn(pdf: PDF, catalog: PdfDict): string | null {
  const packet = resolved(pdf, catalog.get('Metadata'))
  if (!(packet instanceof PdfStream)) return null
  const text = decoded(packet).toString('utf8')
  const found = /:ConformanceLevel>([^<]*)<|:ConformanceLevel\s*=\s*["']([^"']*)["']/.exec(text)
  return found ? (found[1] ?? found[2]).trim() : null
}
