export const INK = '#1f272d'
export const MUTED = '#55606a'
export const RULE = '#c9c5b8'
export const MARGIN = 56
export const WIDTH = 595.28 - 2 * MARGIN

export type Page = PDFKit.PDFDocument

export function heading(page: Page, text: string): void {
  keepTogether(page, 80)
  page.font('strong').fontSize(13).fillColor(INK).text(text, MARGIN, page.y)
  page.moveDown(0.4)
}

/** Begins a page rather than cut what is that high. */
export function keepTogether(page: Page, height: number): void {
  if (page.y + height > page.page.height - MARGIN - 20) page.addPage()
}
