import type { Paper } from '#lib/paper/paper'
import { type Column, table } from '#lib/paper/table'
import { type PlotData, plotTable } from '../plot/plot_data.js'

/** Points that a character of a cell takes at most, and what stands around it. */
const CHARACTER = 5.5
const AROUND = 9
/** Height of a line of figures under its heads, in points; words that do not fit take more. */
const LINE = 46
const WRAPPED = 14

interface Cell {
  title: string
  cell: string
  needs: number
}

/** Cells that stand beside each other, and the width that their needs share. */
interface FigureLine {
  cells: Cell[]
  width: number
}

/** The figures of a plot, a column a period, on as few lines as the page is wide for. */
export function valuesTable(paper: Paper, data: PlotData) {
  for (const { cells, width } of linesOf(data, paper.width)) {
    const columns = cells.map(({ title, needs }): Column => ({ title, share: needs / width }))
    table(paper, columns, [cells.map(({ cell }) => cell)])
  }
}

/** The height that the figures take, in points, on a page of that width. */
export const valuesHeight = (data: PlotData, width: number) =>
  linesOf(data, width).reduce((sum, line) => sum + lineHeight(line, width), 0)

function lineHeight({ cells, width: own }: FigureLine, width: number): number {
  const wraps = (part: 'title' | 'cell') =>
    cells.some((one) => AROUND + CHARACTER * one[part].length > (one.needs * width) / own)
  return LINE + (wraps('title') ? 2 * WRAPPED : 0) + (wraps('cell') ? WRAPPED : 0)
}

/** Alone, a line fills the page; each of several has columns as wide as their figures. */
function linesOf(data: PlotData, width: number): FigureLine[] {
  const lines = cutToWidth(data, width)
  const own = (cells: Cell[]) => cells.reduce((sum, { needs }) => sum + needs, 0)
  return lines.map((cells) => ({ cells, width: lines.length > 1 ? width : own(cells) }))
}

/** Each line begins with what its figures are, so that it is read by itself. */
function cutToWidth(data: PlotData, width: number): Cell[][] {
  const head = cellOf('Période', `Valeur (${data.unit})`)
  const lines: Cell[][] = []
  let room = 0
  for (const { period, value } of plotTable(data)) {
    const cell = cellOf(period, value)
    if (room < cell.needs) {
      lines.push([head])
      room = width - head.needs
    }
    lines.at(-1)!.push(cell)
    room -= cell.needs
  }
  return lines
}

const cellOf = (title: string, cell: string): Cell => ({
  title,
  cell,
  needs: AROUND + CHARACTER * longestWord(`${title} ${cell}`),
})

/** A word holds together at a no-break space. */
const longestWord = (text: string) => Math.max(...text.split(' ').map((word) => word.length))
