import { svgText } from './svg_text.js'

/** A value of a day, a month…: its label under the axis, and what is said of it. */
export interface Bar {
  label: string
  value: number
}

const WIDTH = 480
const HEIGHT = 200
const FRAME = { left: 60, right: WIDTH - 4, top: 14, bottom: HEIGHT - 28 }
/** Labels under the axis: as many as can be read when the plot is 320 px wide. */
const MOST_LABELS = 5
const LABEL_WIDTH = 60

/** The smallest of 1, 2, 5, 10, 20… that is not below: the top of an axis that one reads at once. */
export function topOf(most: number): number {
  if (most <= 1) return 1
  const ten = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((times) => times * ten).find((top) => top >= most)!
}

/**
 * Bars as an SVG string: classes and presentation attributes only, since a strict content security
 * policy refuses inline styles. `says` tells the whole in one sentence; the values themselves are in
 * the table that stands beside it. `write` says a number in French.
 */
export function bars(
  data: Bar[],
  { says, write }: { says: string; write: (value: number) => string }
): string {
  const top = topOf(Math.max(0, ...data.map(({ value }) => value)))
  const { left, right, bottom } = FRAME
  const step = (right - left) / Math.max(1, data.length)
  const y = (value: number) => bottom - (value / top) * (bottom - FRAME.top)
  const rules = [0, top / 2, top].map(
    (value) =>
      `<line x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}"/>` +
      `<text x="${left - 6}" y="${y(value) + 4}" text-anchor="end">${svgText(write(value))}</text>`
  )
  const columns = data.map(({ label, value }, n) => {
    const x = round(left + n * step + step * 0.15)
    const height = round(bottom - y(value))
    const title = `<title>${svgText(`${label} : ${write(value)}`)}</title>`
    return `<rect class="plot-bar" x="${x}" y="${round(y(value))}" width="${round(step * 0.7)}" height="${height}">${title}</rect>`
  })
  return (
    `<svg class="plot plot-bars" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${svgText(says)}" xmlns="http://www.w3.org/2000/svg">` +
    `<g class="plot-grid" aria-hidden="true">${rules.join('')}${labelsOf(data, left, step).join('')}</g>` +
    `<g aria-hidden="true">${columns.join('')}</g></svg>`
  )
}

/** Counted from the last, which is the one that people look for; one of two gives way when it is narrow. */
function labelsOf(data: Bar[], left: number, step: number): string[] {
  const every = Math.max(1, Math.ceil(data.length / MOST_LABELS))
  return data.flatMap(({ label }, n) => {
    const back = data.length - 1 - n
    if (back % every) return []
    const between = (back / every) % 2 ? ' class="plot-year-between"' : ''
    // A wide bar has room for its label under its middle
    const isLast = back === 0 && step < LABEL_WIDTH
    const x = round(isLast ? FRAME.right : left + (n + 0.5) * step)
    const anchor = isLast ? 'end' : 'middle'
    return `<text${between} x="${x}" y="${HEIGHT - 8}" text-anchor="${anchor}">${svgText(label)}</text>`
  })
}

const round = (value: number) => Math.round(value * 10) / 10
