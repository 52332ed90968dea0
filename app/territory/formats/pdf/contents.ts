import { INK, MARGIN, type Paper, typeset } from '#lib/paper/paper'
import { heading } from '#lib/paper/prose'

/** A heading and the page that it begins on, counted from 1. */
export interface Entry {
  level: 1 | 2
  title: string
  page: number
}

const LINE_HEIGHT = 17
const NUMBER_WIDTH = 40

/** The table of contents: one line a heading, the number of its page at the right. */
export function contents(paper: Paper, entries: Entry[]) {
  const { doc } = paper
  heading(paper, 1, 'Sommaire')
  paper.tree('TOC', (toc) => {
    for (const { level, title, page } of entries) {
      paper.keepTogether(LINE_HEIGHT)
      const top = doc.y
      const indent = level === 1 ? 0 : 16
      const line = doc.struct('TOCI', {}, [
        () => {
          paper.font(level === 1 ? 'bold' : 'regular', 10.5, INK)
          doc.text(typeset(title), MARGIN + indent, top, {
            width: paper.width - NUMBER_WIDTH - indent,
            height: LINE_HEIGHT,
            ellipsis: true,
          })
          doc.text(String(page), MARGIN, top, { width: paper.width, align: 'right' })
        },
      ])
      toc.add(line)
      line.end()
      doc.y = top + LINE_HEIGHT
    }
  })
  doc.x = MARGIN
}
