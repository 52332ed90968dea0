import { LINE, MARGIN, MUTED, type Paper, typeset } from './paper.js'

/** Name and page number at the foot of every page but the cover, out of the reading order. */
export function runningFeet(paper: Paper, name: string) {
  const { doc } = paper
  const { count } = doc.bufferedPageRange()
  for (let index = 1; index < count; index++) {
    doc.switchToPage(index)
    // The foot stands in the bottom margin, where text would otherwise open a new page.
    const bottom = doc.page.margins.bottom
    doc.page.margins.bottom = 0
    paper.ornament(() => {
      const y = doc.page.height - 46
      doc.moveTo(MARGIN, y - 8).lineTo(MARGIN + paper.width, y - 8)
      doc.lineWidth(0.5).strokeColor(LINE).stroke()
      paper.font('regular', 8.5, MUTED).text(typeset(name), MARGIN, y, { lineBreak: false })
      doc.text(`${index + 1} / ${count}`, MARGIN, y, { width: paper.width, align: 'right' })
    }, 'Pagination')
    doc.page.margins.bottom = bottom
  }
}
