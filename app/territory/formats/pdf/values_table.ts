import type { Paper } from '#lib/paper/paper'
import { type Column, table } from '#lib/paper/table'
import { type PlotData, plotTable } from '../plot/plot_data.js'

/** Points that a character of a cell takes at most, and what stands around it. */
const CHARACTER = 5.5
const AROUND = 9

/** The figures of a plot on one line, a column a period; one line a period when they are too many or too wide for the page. */
export function valuesTable(paper: Paper, data: PlotData) {
  const rows = plotTable(data)
  const first = { title: 'Période', cell: `Valeur (${data.unit})` }
  const cells = [first, ...rows.map(({ period, value }) => ({ title: period, cell: value }))]
  const needs = cells.map(({ title, cell }) => AROUND + CHARACTER * longestWord(`${title} ${cell}`))
  const needed = needs.reduce((sum, need) => sum + need, 0)
  if (rows.length === 0) return
  if (needed > paper.width) return oneLineAPeriod(paper, data)
  const columns = cells.map(({ title }, index): Column => ({ title, share: needs[index] / needed }))
  table(paper, columns, [cells.map(({ cell }) => cell)])
}

/** The height that the figures take, in points: their head and their lines. */
export const valuesHeight = ({ points }: PlotData) => (points.length > 9 ? points.length * 20 : 84)

function oneLineAPeriod(paper: Paper, data: PlotData) {
  table(
    paper,
    [
      { title: 'Période', share: 0.36 },
      { title: 'Nature', share: 0.34 },
      { title: `Valeur (${data.unit})`, share: 0.3, align: 'right' },
    ],
    plotTable(data).map(({ period, kind, value }) => [period, kind, value])
  )
}

/** A word holds together at a no-break space. */
const longestWord = (text: string) => Math.max(...text.split(' ').map((word) => word.length))
