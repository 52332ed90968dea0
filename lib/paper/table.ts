import { INK, LINE, MARGIN, MUTED, type Paper, typeset } from './paper.js'

export interface Column {
  title: string
  /** Share of the width; the shares of a table add up to 1. */
  share: number
  align?: 'left' | 'right'
}

const PADDING = 3.5
/** Keeps a figure off the words that follow it. */
const GUTTER = 12

/** A tagged table with a head; rows never break across pages, the head comes back on each. */
export function table(paper: Paper, columns: Column[], rows: string[][]) {
  paper.tree('Table', (element) => {
    const head = paper.doc.struct('THead')
    element.add(head)
    paper.keepTogether(60)
    row(
      paper,
      head,
      columns,
      columns.map((column) => column.title),
      'TH'
    )
    head.end()
    const body = paper.doc.struct('TBody')
    element.add(body)
    for (const cells of rows) {
      if (paper.doc.y + rowHeight(paper, columns, cells, 'TD') > paper.doc.page.maxY()) {
        paper.doc.addPage()
        paper.ornament(() =>
          drawCells(
            paper,
            columns,
            columns.map((it) => it.title),
            'TH'
          )
        )
      }
      row(paper, body, columns, cells, 'TD')
    }
    body.end()
  })
  paper.doc.x = MARGIN
  paper.doc.y += 10
}

function row(
  paper: Paper,
  parent: PDFKit.PDFStructureElement,
  columns: Column[],
  cells: string[],
  type: 'TH' | 'TD'
) {
  const element = paper.doc.struct('TR')
  parent.add(element)
  const top = paper.doc.y
  const height = rowHeight(paper, columns, cells, type)
  cells.forEach((cell, index) => {
    const tagged = paper.doc.struct(type, scopeOf(type), [
      () => drawCell(paper, columns, index, cell, top, type),
    ])
    element.add(tagged)
    tagged.end()
  })
  element.end()
  rule(paper, top + height, type)
  paper.doc.y = top + height
}

function drawCells(paper: Paper, columns: Column[], cells: string[], type: 'TH' | 'TD') {
  const top = paper.doc.y
  const height = rowHeight(paper, columns, cells, type)
  cells.forEach((cell, index) => drawCell(paper, columns, index, cell, top, type))
  paper.doc.y = top + height
}

function drawCell(
  paper: Paper,
  columns: Column[],
  index: number,
  cell: string,
  top: number,
  type: 'TH' | 'TD'
) {
  const before = columns.slice(0, index).reduce((sum, column) => sum + column.share, 0)
  cellFont(paper, type).text(
    typeset(cell),
    MARGIN + before * paper.width + PADDING,
    top + PADDING,
    {
      width: cellWidth(paper, columns[index]),
      align: columns[index].align ?? 'left',
      lineGap: 1.5,
    }
  )
}

function cellWidth(paper: Paper, { share, align }: Column): number {
  return share * paper.width - 2 * PADDING - (align === 'right' ? GUTTER : 0)
}

function rowHeight(paper: Paper, columns: Column[], cells: string[], type: 'TH' | 'TD'): number {
  const heights = cells.map((cell, index) =>
    cellFont(paper, type).heightOfString(typeset(cell) || ' ', {
      width: cellWidth(paper, columns[index]),
      lineGap: 1.5,
    })
  )
  return Math.max(...heights) + 2 * PADDING
}

function cellFont(paper: Paper, type: 'TH' | 'TD') {
  return type === 'TH' ? paper.font('bold', 9, MUTED) : paper.font('regular', 9.5, INK)
}

function scopeOf(type: 'TH' | 'TD') {
  return type === 'TH' ? ({ scope: 'Column' } as object) : {}
}

function rule(paper: Paper, y: number, type: 'TH' | 'TD') {
  paper.ornament(() =>
    paper.doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + paper.width, y)
      .lineWidth(type === 'TH' ? 1 : 0.5)
      .strokeColor(type === 'TH' ? INK : LINE)
      .stroke()
  )
}
