import { PdfArray, PdfNumber, PdfStream } from '@libpdf/core'

/** Beyond, no producer goes: the library goes on refusing. */
const WIDEST = 8
const WIDEST_OF_THE_LIBRARY = 6

interface Narrow {
  widths: PdfArray
  rows: Uint8Array
}

/**
 * @libpdf/core 0.4.2 refuses a cross-reference stream whose columns are wider than six bytes
 * (`/W [1 8 2]`), which ISO 32000-1 §7.5.8.2 allows: it takes a sound file for a damaged one. Such
 * columns are given to it without their first bytes, which are zeros; others stay refused.
 */
export function readWideColumns(): void {
  const known = new WeakMap<PdfStream, Narrow>()
  const { getArray, getDecodedData } = PdfStream.prototype
  PdfStream.prototype.getArray = function (this: PdfStream, ...asked: Parameters<typeof getArray>) {
    const found = getArray.apply(this, asked)
    if (asked[0] !== 'W' || !found || this.getName('Type')?.value !== 'XRef') return found
    const narrow = known.get(this) ?? narrowed(found, () => getDecodedData.call(this))
    if (narrow) known.set(this, narrow)
    return narrow?.widths ?? found
  }
  PdfStream.prototype.getDecodedData = function (this: PdfStream) {
    return known.get(this)?.rows ?? getDecodedData.call(this)
  }
}

/** The same rows with narrower columns; null when there is no need, or when a number is too large. */
function narrowed(widths: PdfArray, content: () => Uint8Array): Narrow | null {
  const wide = widths.toArray().map((item) => (item instanceof PdfNumber ? item.value : 0))
  const isWide = wide.some((width) => width > WIDEST_OF_THE_LIBRARY)
  if (!isWide || wide.some((width) => !(width >= 0 && width <= WIDEST))) return null
  const kept = wide.map((width) => Math.min(width, WIDEST_OF_THE_LIBRARY))
  const data = content()
  const rows: number[] = []
  for (let at = 0; at < data.length;) {
    for (const [column, width] of wide.entries()) {
      const first = at + width - kept[column]
      if (data.subarray(at, first).some((byte) => byte !== 0)) return null
      rows.push(...data.subarray(first, at + width))
      at += width
    }
  }
  return {
    widths: new PdfArray(kept.map((width) => PdfNumber.of(width))),
    rows: Uint8Array.from(rows),
  }
}
