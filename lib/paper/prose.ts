import { INK, MARGIN, MUTED, type Paper, WASH, typeset } from './paper.js'

const SIZES = { 1: 22, 2: 15, 3: 11.5 } as const

/** A heading, kept with some of what follows, and its bookmark for the first two levels. */
export function heading(paper: Paper, level: 1 | 2 | 3, text: string) {
  const { doc } = paper
  paper.keepTogether(level === 3 ? 60 : 110)
  if (doc.y > doc.page.margins.top) doc.y += level === 3 ? 10 : 18
  paper.tag(`H${level}`, () => {
    paper
      .font('bold', SIZES[level], level === 1 ? paper.accent : INK)
      .text(typeset(text), MARGIN, doc.y, { width: paper.width, lineGap: 1 })
  })
  doc.y += level === 1 ? 8 : 4
}

/** One paragraph a string. */
export function paragraphs(paper: Paper, texts: string[], color = INK, size = 10.5) {
  const { doc } = paper
  for (const text of texts) {
    paper.keepTogether(30)
    paper.tag('P', () => {
      paper
        .font('regular', size, color)
        .text(typeset(text), MARGIN, doc.y, { width: paper.width, lineGap: 3 })
    })
    doc.y += 6
  }
}

/** A list with its marks, in a column when `x` and `width` are given. */
export function bullets(paper: Paper, items: string[], x = MARGIN, width = paper.width) {
  const { doc } = paper
  paper.tree('L', (list) => {
    for (const item of items) {
      paper.keepTogether(28)
      const entry = doc.struct('LI')
      list.add(entry)
      const top = doc.y
      const mark = doc.struct('Lbl', {}, [
        () => paper.font('regular', 10.5, paper.accent).text('•', x, top, { lineBreak: false }),
      ])
      entry.add(mark)
      mark.end()
      const body = doc.struct('LBody', {}, [
        () =>
          paper
            .font('regular', 10.5)
            .text(typeset(item), x + 12, top, { width: width - 12, lineGap: 2.5 }),
      ])
      entry.add(body)
      body.end()
      entry.end()
      doc.y += 3
    }
  })
  doc.x = MARGIN
  doc.y += 4
}

/** Name and value, one under the other, on a light ground. */
export function facts(paper: Paper, rows: [string, string][]) {
  const { doc } = paper
  for (const [name, value] of rows) {
    const valueX = MARGIN + 142
    const valueWidth = paper.width - 154
    const height = paper
      .font('regular', 9.5)
      .heightOfString(typeset(value), { width: valueWidth, lineGap: 2 })
    paper.keepTogether(height + 10)
    const top = doc.y
    paper.ornament(() => doc.rect(MARGIN, top, paper.width, height + 9).fill(WASH))
    paper.tag('P', () => {
      paper.font('bold', 9.5, MUTED).text(typeset(name), MARGIN + 10, top + 5, { width: 126 })
      paper
        .font('regular', 9.5)
        .text(typeset(value), valueX, top + 5, { width: valueWidth, lineGap: 2 })
    })
    doc.y = top + height + 10
  }
  doc.x = MARGIN
  doc.y += 8
}
