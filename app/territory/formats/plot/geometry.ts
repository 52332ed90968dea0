import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { formatNumber } from '../../rules/french_number.js'
import type { PlotData, PlotPoint } from './plot_data.js'

/** Where everything goes, for the SVG of a page and for the vectors of a PDF alike. */
export interface Geometry {
  width: number
  height: number
  plot: { left: number; right: number; top: number; bottom: number }
  yTicks: { y: number; label: string }[]
  xTicks: { x: number; label: string }[]
  /** Path data of the line through yearly figures; empty with fewer than two. */
  path: string
  dots: { x: number; y: number; kind: PlotPoint['kind']; label: string; last: boolean }[]
  target: { y: number; label: string } | null
}

export interface PlotSize {
  width: number
  height: number
  left: number
}

/** Lays the plot out, in units of `size`; the scale starts at zero so that a rise is not inflated. */
export function layOut(data: PlotData, size: PlotSize): Geometry {
  const plot = { left: size.left, right: size.width - 24, top: 34, bottom: size.height - 28 }
  const years = data.points.map((point) => point.year)
  const first = years.length > 0 ? Math.min(...years) : 0
  const last = Math.max(...years, first + 1)
  const highest = Math.max(...data.points.map((point) => point.value), data.target?.value ?? 0, 1)
  const x = scaleLinear([first, last], [plot.left + 14, plot.right - 14])
  const y = scaleLinear([0, highest * 1.06], [plot.bottom, plot.top]).nice(4)
  const yearly = data.points.filter((point) => point.kind !== 'partial')
  const trace = line<PlotPoint>(
    (point) => round(x(point.year)),
    (point) => round(y(point.value))
  )
  const wholeTicks = y.ticks(4).filter((tick) => data.precision > 0 || Number.isInteger(tick))
  return {
    width: size.width,
    height: size.height,
    plot,
    yTicks: wholeTicks.map((tick) => ({
      y: round(y(tick)),
      label: formatNumber(tick, data.precision),
    })),
    xTicks: yearTicks(first, last).map((year) => ({ x: round(x(year)), label: String(year) })),
    path: yearly.length > 1 ? (trace(yearly) ?? '') : '',
    dots: data.points.map((point) => ({
      x: round(x(point.year)),
      y: round(y(point.value)),
      kind: point.kind,
      label: point.label,
      last: point === data.points.at(-1),
    })),
    target: data.target && { y: round(y(data.target.value)), label: data.target.label },
  }
}

function yearTicks(first: number, last: number): number[] {
  const stride = Math.ceil((last - first + 1) / 10)
  return Array.from({ length: last - first + 1 }, (_, n) => first + n).filter(
    (year) => (year - first) % stride === 0
  )
}

function round(position: number): number {
  return Math.round(position * 10) / 10
}
