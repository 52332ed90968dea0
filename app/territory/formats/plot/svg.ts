import { svgText } from '#lib/svg_text'
import { type Geometry, layOut } from './geometry.js'
import { type PlotData, plotTable } from './plot_data.js'

/** Height in pixels, always; across, the plot is as wide as its card and its words keep the size of the page. */
const SIZE = { width: 480, height: 260, left: 58 }

/**
 * The plot as an SVG string: classes and presentation attributes only (a strict content security
 * policy refuses inline styles), a title and a description for those who do not see it. It has no
 * `viewBox`, which would enlarge its words with its lines: abscissas are shares of the width, ordinates
 * pixels, and the words of the axes stand in the padding. `id` must be unique in the page. The same
 * data feeds the table that always stands beside it.
 */
export function renderPlot(data: PlotData, id: string): string {
  const geometry = layOut(data, SIZE)
  return [
    `<svg class="plot" width="100%" height="${SIZE.height}" role="img" aria-labelledby="${id}-t ${id}-d"`,
    ` xmlns="http://www.w3.org/2000/svg" fill="currentColor">`,
    `<title id="${id}-t">${svgText(data.title)}</title>`,
    `<desc id="${id}-d">${svgText(describe(data))}</desc>`,
    grid(geometry),
    target(geometry),
    marks(geometry),
    `</svg>`,
  ].join('')
}

/** The plot told in words, figure by figure. */
export function describe(data: PlotData): string {
  if (data.points.length === 0) return 'Aucune valeur n’est encore saisie.'
  const figures = plotTable(data).map(({ period, value }) => `${period}\u202f: ${value}`)
  const goal = data.target ? ` Cible\u202f: ${data.target.label}.` : ''
  return `En ${data.unit}. ${figures.join('\u202f; ')}.${goal}`
}

/** Where an abscissa stands between the two edges of the grid, in percent. */
const across = ({ plot }: Geometry, x: number) =>
  Math.round(((x - plot.left) / (plot.right - plot.left)) * 1000) / 10

function grid(geometry: Geometry): string {
  const { plot, yTicks, xTicks } = geometry
  const rules = yTicks.map(
    ({ y, label }) =>
      `<line x1="0" x2="100%" y1="${y}" y2="${y}" stroke="currentColor" stroke-opacity="0.18"/>` +
      `<text x="-8" y="${y + 5}" text-anchor="end">${label}</text>`
  )
  // Counted from the last year, which is the one that people look for.
  const years = xTicks.map(({ x, label }, index) => {
    const between = (xTicks.length - 1 - index) % 2 ? ' class="plot-year-between"' : ''
    return `<text${between} x="${across(geometry, x)}%" y="${plot.bottom + 22}" text-anchor="middle">${label}</text>`
  })
  return `<g class="plot-grid" aria-hidden="true">${rules.join('')}${years.join('')}</g>`
}

function target({ target: goal }: Geometry): string {
  if (!goal) return ''
  return (
    `<g class="plot-goal" aria-hidden="true">` +
    dashed('0', '100%', goal.y) +
    dashed('-50', '-26', 10) +
    `<text x="-18" y="15">Cible\u202f: ${svgText(goal.label)}</text></g>`
  )
}

function dashed(from: string, to: string, y: number): string {
  return `<line class="plot-target" x1="${from}" x2="${to}" y1="${y}" y2="${y}" stroke="currentColor" stroke-width="1.5" stroke-dasharray="6 4"/>`
}

function marks(geometry: Geometry): string {
  const circles = geometry.dots.map(({ x, y, kind, label }) => {
    const solid = kind === 'result' || kind === 'baseline'
    const filling = solid ? 'currentColor' : 'none'
    const dash = kind === 'estimate' ? ' stroke-dasharray="2 2"' : ''
    return (
      `<circle class="plot-dot plot-dot-${kind}" cx="${across(geometry, x)}%" cy="${y}" r="4.5" fill="${filling}"` +
      ` stroke="currentColor" stroke-width="2"${dash}><title>${svgText(label)}</title></circle>`
    )
  })
  const last = geometry.dots.at(-1)
  const tag = last
    ? `<text class="plot-value" x="${across(geometry, last.x)}%" y="${besideTheTarget(last.y, geometry)}" text-anchor="end" font-weight="700">${svgText(last.label)}</text>`
    : ''
  return `<g class="plot-marks" aria-hidden="true">${traceOf(geometry)}${circles.join('')}${tag}</g>`
}

/** Of its words, in pixels: how high they stand over their line, and how far under it they reach. */
const WORDS = { above: 14, below: 4 }

/** The figure stands over its dot, unless the line of the target would be drawn through it. */
function besideTheTarget(y: number, { target: goal, plot }: Geometry): number {
  const isStruck = (line: number) =>
    goal !== null && goal.y >= line - WORDS.above && goal.y <= line + WORDS.below
  const places = [y - 11, y + 22].filter((line) => line <= plot.bottom)
  return places.find((line) => !isStruck(line)) ?? goal!.y - WORDS.below - 2
}

/** A path knows no percentage: it is drawn in a frame of its own, stretched between the edges of the grid. */
function traceOf({ path, plot, height }: Geometry): string {
  if (!path) return ''
  return (
    `<svg x="0" y="0" width="100%" height="${height}" viewBox="${plot.left} 0 ${plot.right - plot.left} ${height}" preserveAspectRatio="none">` +
    `<path class="plot-line" d="${path}" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linejoin="round" vector-effect="non-scaling-stroke"/></svg>`
  )
}
