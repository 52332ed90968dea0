import { type Geometry, layOut } from './geometry.js'
import { type PlotData, plotTable } from './plot_data.js'

/**
 * The plot as an SVG string: classes and presentation attributes only (a strict content security
 * policy refuses inline styles), a title and a description for those who do not see it. `id` must
 * be unique in the page. The same data feeds the table that always stands beside it.
 */
export function renderPlot(data: PlotData, id: string): string {
  const geometry = layOut(data, { width: 480, height: 270, left: 58 })
  const { width, height } = geometry
  return [
    `<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d"`,
    ` xmlns="http://www.w3.org/2000/svg" font-size="13" fill="currentColor">`,
    `<title id="${id}-t">${escape(data.title)}</title>`,
    `<desc id="${id}-d">${escape(describe(data))}</desc>`,
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

function grid({ plot, yTicks, xTicks }: Geometry): string {
  const rules = yTicks.map(
    ({ y, label }) =>
      `<line x1="${plot.left}" x2="${plot.right}" y1="${y}" y2="${y}" stroke="currentColor" stroke-opacity="0.18"/>` +
      `<text x="${plot.left - 8}" y="${y + 4}" text-anchor="end">${label}</text>`
  )
  // Counted from the last year, which is the one that people look for.
  const years = xTicks.map(({ x, label }, index) => {
    const between = (xTicks.length - 1 - index) % 2 ? ' class="plot-year-between"' : ''
    return `<text${between} x="${x}" y="${plot.bottom + 20}" text-anchor="middle">${label}</text>`
  })
  return `<g class="plot-grid" aria-hidden="true">${rules.join('')}${years.join('')}</g>`
}

function target({ plot, target: goal }: Geometry): string {
  if (!goal) return ''
  return (
    `<g class="plot-goal" aria-hidden="true">` +
    dashed(plot.left, plot.right, goal.y) +
    dashed(plot.left, plot.left + 24, 10) +
    `<text x="${plot.left + 32}" y="14">Cible\u202f: ${escape(goal.label)}</text></g>`
  )
}

function dashed(from: number, to: number, y: number): string {
  return `<line class="plot-target" x1="${from}" x2="${to}" y1="${y}" y2="${y}" stroke="currentColor" stroke-width="1.5" stroke-dasharray="6 4"/>`
}

function marks({ path, dots }: Geometry): string {
  const trace = path
    ? `<path class="plot-line" d="${path}" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linejoin="round"/>`
    : ''
  const circles = dots.map(({ x, y, kind, label }) => {
    const solid = kind === 'result' || kind === 'baseline'
    const filling = solid ? 'currentColor' : 'none'
    const dash = kind === 'estimate' ? ' stroke-dasharray="2 2"' : ''
    return (
      `<circle class="plot-dot plot-dot-${kind}" cx="${x}" cy="${y}" r="4.5" fill="${filling}"` +
      ` stroke="currentColor" stroke-width="2"${dash}><title>${escape(label)}</title></circle>`
    )
  })
  const last = dots.at(-1)
  const tag = last
    ? `<text class="plot-value" x="${last.x}" y="${last.y - 11}" text-anchor="end" font-weight="700">${escape(last.label)}</text>`
    : ''
  return `<g class="plot-marks" aria-hidden="true">${trace}${circles.join('')}${tag}</g>`
}

function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character])
}
