/** A page of a scan: the sheet that it is, a page with nothing at all on it, or a page to keep. */
export type ScannedPage<Sheet> = { sheet: Sheet } | 'blank' | 'page'

/** A document of a scan: the sheet before it, if there is one, and its pages, from 0. */
export interface Part<Sheet> {
  sheet: Sheet | null
  pages: number[]
}

/**
 * Where a scan is cut: each sheet begins a document, and is in none. The page after a sheet is its
 * back when nothing is on it; any other blank page is kept, but for a document that would have no
 * other. Of two sheets in a row, the last one speaks. Without a sheet there is nothing to cut.
 */
export function cutAt<Sheet>(pages: ScannedPage<Sheet>[]): Part<Sheet>[] {
  const parts: Part<Sheet>[] = [{ sheet: null, pages: [] }]
  for (const [index, page] of pages.entries()) {
    if (typeof page === 'object') parts.push({ sheet: page.sheet, pages: [] })
    else if (!isBack(pages, index)) parts.at(-1)!.pages.push(index)
  }
  if (parts.length === 1) return []
  return parts.filter((part) => part.pages.some((index) => pages[index] === 'page'))
}

const isBack = (pages: ScannedPage<unknown>[], index: number) =>
  index > 0 && pages[index] === 'blank' && typeof pages[index - 1] === 'object'
