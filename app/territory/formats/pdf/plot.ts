import { type Geometry, layOut } from '../plot/geometry.js'
import type { PlotData } from '../plot/plot_data.js'
import { describe } from '../plot/svg.js'
import { INK, LINE, MARGIN, MUTED, type Paper, typeset } from '#lib/paper/paper'

/** Its grid is about three times as wide as high, so that a rise is seen as one; two indicators fit a page. */
const WIDTH = 380
const HEIGHT = 140

/** The plot as vectors, tagged as a figure whose alternative tells every value. */
export function plot(paper: Paper, data: PlotData) {
  const { doc } = paper
  paper.keepTogether(HEIGHT + 8)
  const top = doc.y
  const geometry = layOut(data, { width: WIDTH, height: HEIGHT, left: 52 })
  paper.tag(
    'Figure',
    () => {
      doc.save().translate(MARGIN, top)
      grid(paper, geometry)
      target(paper, geometry)
      marks(paper, geometry)
      doc.restore()
    },
    { alt: typeset(`${data.title}. ${describe(data)}`) }
  )
  doc.x = MARGIN
  doc.y = top + HEIGHT + 6
}

function grid(paper: Paper, { plot: area, yTicks, xTicks }: Geometry) {
  const { doc } = paper
  for (const { y, label } of yTicks) {
    doc.moveTo(area.left, y).lineTo(area.right, y).lineWidth(0.5).strokeColor(LINE).stroke()
    paper
      .font('regular', 8, MUTED)
      .text(typeset(label), 0, y - 4, { width: area.left - 8, align: 'right', lineBreak: false })
  }
  for (const { x, label } of xTicks) {
    paper
      .font('regular', 8, MUTED)
      .text(label, x - 20, area.bottom + 8, { width: 40, align: 'center', lineBreak: false })
  }
}

/** The dashed line, and its key above the plot where no figure can cover it. */
function target(paper: Paper, { plot: area, target: goal }: Geometry) {
  if (!goal) return
  const { doc } = paper
  for (const [from, to, y] of [
    [area.left, area.right, goal.y],
    [area.left, area.left + 22, 8],
  ]) {
    doc.moveTo(from, y).lineTo(to, y).lineWidth(1).dash(5, { space: 3 }).strokeColor(INK).stroke()
  }
  doc.undash()
  paper
    .font('regular', 8, INK)
    .text(typeset(`Cible\u202f: ${goal.label}`), area.left + 28, 4, { lineBreak: false })
}

function marks(paper: Paper, { path, dots }: Geometry) {
  const { doc, accent } = paper
  if (path) doc.path(path).lineWidth(1.8).strokeColor(accent).stroke()
  for (const { x, y, kind } of dots) {
    const solid = kind === 'result' || kind === 'baseline'
    doc.circle(x, y, 3.2).lineWidth(1.4)
    doc.fillAndStroke(solid ? accent : 'white', accent)
  }
  const last = dots.at(-1)
  if (!last) return
  paper.font('bold', 8.5, INK).text(typeset(last.label), last.x - 90, last.y - 15, {
    width: 94,
    align: 'right',
    lineBreak: false,
  })
}
