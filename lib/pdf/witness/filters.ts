import { constants, inflateSync } from 'node:zlib'
import { Malformed } from './malformed.js'
import { Dict, Name, type Stream, type Value } from './values.js'

const LARGEST_TABLE = 64 * 1024 * 1024

/** The content of a table of objects, which is compressed once or not at all (§7.5.7, §7.5.8). */
export function tableContent({ dict, data }: Stream): Buffer {
  const filter = only(dict.get('Filter'))
  if (filter === null) return data
  if (!(filter instanceof Name) || !['FlateDecode', 'Fl'].includes(filter.bytes)) {
    throw new Malformed('a table of objects is compressed in an unknown way')
  }
  const parameters = only(dict.get('DecodeParms'))
  const options = { maxOutputLength: LARGEST_TABLE, finishFlush: constants.Z_SYNC_FLUSH }
  const content = inflateSync(data, options)
  return parameters instanceof Dict ? unpredicted(content, parameters) : content
}

function only(value: Value): Value {
  if (!Array.isArray(value)) return value
  if (value.length > 1) throw new Malformed('a table of objects is compressed once')
  return value[0] ?? null
}

/** PNG predictors (ISO 32000-1 §7.4.4.4), a row at a time. */
function unpredicted(content: Buffer, parameters: Dict): Buffer {
  const number = (key: string, otherwise: number) => {
    const value = parameters.get(key)
    return typeof value === 'number' ? value : otherwise
  }
  if (number('Predictor', 1) < 10) return content
  const pixel = Math.max(1, (number('Colors', 1) * number('BitsPerComponent', 8)) >> 3)
  const width = pixel * number('Columns', 1)
  if (!(width > 0 && width < content.length + 1)) throw new Malformed('a table has no width')
  const rows = Math.floor(content.length / (width + 1))
  const out = Buffer.alloc(rows * width)
  for (let row = 0; row < rows; row++) {
    const from = row * (width + 1)
    addPrediction(content[from], content.subarray(from + 1, from + 1 + width), out, row, pixel)
  }
  return out
}

function addPrediction(kind: number, line: Buffer, out: Buffer, row: number, pixel: number): void {
  const start = row * line.length
  for (let x = 0; x < line.length; x++) {
    const left = x >= pixel ? out[start + x - pixel] : 0
    const up = row > 0 ? out[start + x - line.length] : 0
    const corner = x >= pixel && row > 0 ? out[start + x - line.length - pixel] : 0
    out[start + x] = (line[x] + guess(kind, left, up, corner)) & 0xff
  }
}

function guess(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
