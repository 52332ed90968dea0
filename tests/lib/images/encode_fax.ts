import { HORIZONTAL, MODE_CODES, PASS, RUN_CODES } from '#lib/images/fax/codes'

/** Points of a picture, 1 where it is dark, row by row. */
export interface Picture {
  dots: Uint8Array
  width: number
  height: number
}

const wordOf = (codes: [string, number][], value: number) =>
  codes.find(([, one]) => one === value)![0]
const mode = (value: number) => wordOf(MODE_CODES, value)
const END_OF_LINE = '000000000001'

function run(length: number, colour: number): string {
  let [words, left] = ['', length]
  for (; left >= 2560; left -= 2560) words += wordOf(RUN_CODES[colour], 2560)
  if (left >= 64) words += wordOf(RUN_CODES[colour], left & ~63)
  return words + wordOf(RUN_CODES[colour], left & 63)
}

/** The next point after `at` where the colour is another than that of the one before it. */
function changeAfter(line: Uint8Array, at: number, wanted?: number): number {
  for (let x = at + 1; x < line.length; x++) {
    const before = x === 0 ? 0 : line[x - 1]
    if (line[x] !== before && (wanted === undefined || line[x] === wanted)) return x
  }
  return line.length
}

function alone(line: Uint8Array): string {
  let words = ''
  for (let [x, colour] = [0, 0]; x < line.length; colour ^= 1) {
    let end = x
    while (end < line.length && line[end] === colour) end++
    words += run(end - x, colour)
    x = end
  }
  return words
}

function below(line: Uint8Array, above: Uint8Array): string {
  let words = ''
  for (let [at, colour] = [-1, 0]; at < line.length;) {
    const a1 = changeAfter(line, at)
    const b1 = changeAfter(above, at, colour ^ 1)
    const b2 = changeAfter(above, b1)
    if (b2 < a1) {
      words += mode(PASS)
      at = b2
    } else if (Math.abs(a1 - b1) <= 3) {
      words += mode(a1 - b1)
      at = a1
      colour ^= 1
    } else {
      const a2 = changeAfter(line, a1)
      words += mode(HORIZONTAL) + run(a1 - Math.max(at, 0), colour) + run(a2 - a1, colour ^ 1)
      at = a2
    }
  }
  return words
}

/** A picture packed as a fax, as ITU-T T.4 and T.6 write it; `k` as a PDF says it. */
export function encodeFax(
  { dots, width, height }: Picture,
  { k = -1, isAligned = false, hasEnds = false } = {}
): Buffer {
  const bytes: number[] = []
  let bits = ''
  const write = (words: string, aligns = false) => {
    bits += words
    if (aligns) bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0')
    const whole = bits.length & ~7
    for (let at = 0; at < whole; at += 8) bytes.push(Number.parseInt(bits.slice(at, at + 8), 2))
    bits = bits.slice(whole)
  }
  let above = new Uint8Array(width)
  for (let y = 0; y < height; y++) {
    const line = dots.slice(y * width, (y + 1) * width)
    const isAlone = k === 0 || (k > 0 && y % k === 0)
    const head = (hasEnds || k > 0 ? END_OF_LINE : '') + (k > 0 ? String(Number(isAlone)) : '')
    write(head + (isAlone ? alone(line) : below(line, above)), isAligned)
    above = line
  }
  write(k < 0 ? END_OF_LINE + END_OF_LINE : '')
  write(bits && ''.padEnd(8 - bits.length, '0'))
  return Buffer.from(bytes)
}

/** The same points, a bit each and a row from a whole byte; black is 0. */
export function bitsOf({ dots, width, height }: Picture): Buffer {
  const rowBytes = Math.ceil(width / 8)
  const bits = Buffer.alloc(rowBytes * height, 0xff)
  for (const [at, dot] of dots.entries()) {
    const [x, y] = [at % width, Math.floor(at / width)]
    if (dot) bits[y * rowBytes + (x >> 3)] &= ~(128 >> (x & 7))
  }
  return bits
}
