import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Surroundings } from '../hidden/canvas.js'
import type { Glyph } from '../hidden/marks.js'
import { PageWalk } from '../hidden/page_walk.js'
import { walkedBy } from '../hidden/whole_text.js'

type Items = Parameters<PageWalk['show']>[0]

/** A character of a run: what it says, where, and how far it moves the next one. */
export interface RunGlyph {
  /** Null for a blank, which has no place of its own. */
  glyph: Glyph | null
  /** In thousandths of the size, as TJ counts (ISO 32000-1 §9.4.3). */
  advance: number
}

/** What one show operator writes, in the order of the page. */
export interface Run {
  glyphs: RunGlyph[]
  isVertical: boolean
}

/** Follows a page as pdf.js draws it, and keeps what each show operator writes; annotations are no run. */
class RunWalk extends PageWalk {
  readonly runs: Run[] = []
  private isBeside = false

  constructor(private readonly page: Surroundings) {
    super(page)
  }

  override beginAnnotation(...args: Parameters<PageWalk['beginAnnotation']>): void {
    this.isBeside = true
    super.beginAnnotation(...args)
  }

  override show(items: Items): void {
    if (this.isBeside) return
    const { size, characterSpace, wordSpace, font } = this.state
    const { scale, isVertical } = this.page.fontOf(font)
    const before = this.marks.length
    super.show(items)
    const marks = this.marks.slice(before) as Glyph[]
    const letters = items.filter((item) => item !== null && typeof item === 'object')
    const glyphs = letters.map((item) => {
      const space = characterSpace + (item.isSpace ? wordSpace : 0)
      const glyph = (item.unicode ?? '').trim() ? (marks.shift() ?? null) : null
      const advance = (item.width ?? 0) * scale * 1000 + (size === 0 ? 0 : (space / size) * 1000)
      return { glyph, advance }
    })
    this.runs.push({ glyphs, isVertical })
  }
}

/** The runs of a page, in the order in which its content and its forms write them. */
export async function runsOf(document: PDFDocumentProxy, page: PDFPageProxy): Promise<Run[]> {
  const walk = await walkedBy(document, page, (around) => new RunWalk(around))
  return walk.runs
}
