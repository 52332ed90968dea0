import { type Gauge, SCALE } from '../../rules/gauge.js'

const WIDTH = 200
const HEIGHT = 20

/** Where a share stands along the bar, in units of the drawing. */
const at = (share: number) =>
  Math.round((Math.min(SCALE, Math.max(0, share)) / SCALE) * WIDTH * 10) / 10

/**
 * A gauge as an SVG string without a word in it (they stand beside, at the size of the page): the bar up to the target, what goes
 * beyond it in another shade, the target and the start as strokes, and a cut where the scale breaks.
 */
export function renderGauge({ share, start, broken, figures, words }: Gauge): string {
  const target = at(1)
  const end = at(share)
  return [
    `<svg class="gauge" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${figures}, ${words}" xmlns="http://www.w3.org/2000/svg">`,
    `<rect class="gauge-track" x="0" y="4" width="${WIDTH}" height="12"/>`,
    `<rect class="gauge-bar" x="0" y="4" width="${Math.min(end, target)}" height="12"/>`,
    end > target
      ? `<rect class="gauge-beyond" x="${target}" y="4" width="${end - target}" height="12"/>`
      : '',
    start !== null && start > 0 ? stroke('gauge-start', at(start)) : '',
    stroke('gauge-target', target),
    broken ? CUT : '',
    `</svg>`,
  ].join('')
}

const stroke = (name: string, x: number) =>
  `<line class="${name}" x1="${x}" x2="${x}" y1="0" y2="${HEIGHT}"/>`

const CUT = `<path class="gauge-cut" d="M172 20 L176 13 L173 8 L177 0 L183 0 L179 8 L182 13 L178 20 Z"/>`
