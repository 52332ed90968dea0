import { joinThousands } from '#lib/french/typeset'
import { newPdf } from '#lib/pdf/new_pdf'

/** Font files, read by the caller: formats touch no disk. */
export interface Fonts {
  regular: Buffer
  bold: Buffer
}

export interface PaperOptions {
  title: string
  author: string
  subject: string
  /** ISO day of the content: the same content gives the same bytes. */
  date: string
  /** `#rrggbb`, dark enough for white text on it. */
  accent: string
  fonts: Fonts
}

export const INK = '#1f2933'
export const MUTED = '#52606d'
export const LINE = '#c7ced6'
export const WASH = '#f3f1ec'
export const MARGIN = 60

type Structure = PDFKit.PDFStructureElement

/**
 * A tagged A4 page in French (PDF/UA structure): every mark belongs to a heading, a paragraph, a
 * list, a table or a figure, or is declared an artifact. Draw in reading order, then `finish()`.
 */
export class Paper {
  readonly accent: string
  readonly width: number
  #root: Structure
  #output: Promise<Buffer>

  /** A paper to draw, without a page yet. */
  static async blank(options: PaperOptions): Promise<Paper> {
    const day = new Date(`${options.date}T12:00:00Z`)
    const doc = await newPdf({
      size: 'A4',
      margins: { top: 72, bottom: 72, left: MARGIN, right: MARGIN },
      pdfVersion: '1.7',
      // pdfkit 0.20 knows PDF/UA; its published types only list PDF/A.
      subset: 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets,
      tagged: true,
      lang: 'fr-FR',
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      font: options.fonts.regular as unknown as string,
      info: {
        Title: typeset(options.title),
        Author: typeset(options.author),
        Subject: typeset(options.subject),
        Creator: 'Halle',
        Producer: 'Halle',
        CreationDate: day,
        ModDate: day,
      },
    })
    return new Paper(doc, options)
  }

  private constructor(
    readonly doc: PDFKit.PDFDocument,
    { accent, fonts }: PaperOptions
  ) {
    this.accent = accent
    this.#output = collect(this.doc)
    this.doc.registerFont('regular', fonts.regular)
    this.doc.registerFont('bold', fonts.bold)
    this.width = 595.28 - 2 * MARGIN
    this.#root = this.doc.struct('Document')
    this.doc.addStructure(this.#root)
  }

  /** Adds a structure element around what `draw` writes; `alt` is read instead of a figure. */
  tag(type: string, draw: () => void, options: { alt?: string } = {}) {
    const element = this.doc.struct(type, options, [draw])
    this.#root.add(element)
    element.end()
  }

  /** Adds an element made of others: a list and its items, a table and its rows. */
  tree(type: string, build: (parent: Structure) => void) {
    const element = this.doc.struct(type)
    this.#root.add(element)
    build(element)
    element.end()
  }

  /** Draws what is only ornament: rules, bands, page numbers. */
  ornament(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout') {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  /** Starts a page when less than `height` points are left on this one. */
  keepTogether(height: number) {
    if (this.doc.y + height > this.doc.page.maxY()) this.doc.addPage()
  }

  font(weight: 'regular' | 'bold', size: number, color = INK) {
    this.doc.font(weight).fontSize(size).fillColor(color)
    return this.doc
  }

  /** Closes the document and gives its bytes. */
  async finish(): Promise<Buffer> {
    this.#root.end()
    this.doc.end()
    return this.#output
  }
}

/** The font has no narrow no-break space: the ordinary one keeps the line together as well. */
export function typeset(text: string): string {
  return joinThousands(text)
    .replaceAll('\u202f', '\u00a0')
    .replaceAll("'", '’')
    .replaceAll('≥', 'au moins')
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}
