import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { MODE_CODES, RUN_CODES } from '#lib/images/fax/codes'
import { decodeFax } from '#lib/images/fax/decode_fax'
import { hasTool } from '#tests/helpers/tools'
import { bitsOf, encodeFax, type Picture } from './encode_fax.js'

/** Lines that differ little, as writing does, and lines that have nothing in common. */
function picture(width: number, height: number, seed = 11): Picture {
  const dots = new Uint8Array(width * height)
  let state = seed
  const next = (most: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * most)
  }
  for (let y = 0; y < height; y++) {
    const line = dots.subarray(y * width, (y + 1) * width)
    if (y % 5 !== 0) {
      line.set(dots.subarray((y - 1) * width, y * width))
      const drift = next(9) - 4
      line.copyWithin(Math.max(drift, 0), Math.max(-drift, 0))
      for (let count = next(6); count > 0; count--) line.fill(next(2), next(width), next(width))
    } else {
      for (let [x, colour] = [0, next(2)]; x < width; colour ^= 1) {
        const end = x + next(next(4) === 0 ? 70 : 9)
        line.fill(colour, x, end)
        x = end
      }
    }
  }
  return { dots, width, height }
}

/** Every number of points that has a code, of each colour. */
function everyRun(): Picture {
  const width = 2700
  const runs = [...Array.from({ length: 64 }, (_, n) => n + 1), ...range(64, 2688, 64)]
  const dots = new Uint8Array(width * runs.length * 2)
  for (const [rank, length] of runs.entries()) {
    dots.fill(1, rank * 2 * width, rank * 2 * width + length)
    dots.fill(1, (rank * 2 + 1) * width + length, (rank * 2 + 2) * width)
  }
  return { dots, width, height: runs.length * 2 }
}

const range = (from: number, to: number, by: number) =>
  Array.from({ length: (to - from) / by + 1 }, (_, n) => from + n * by)

const WAYS = [
  { k: -1 },
  { k: -1, isAligned: true },
  { k: 0 },
  { k: 0, isAligned: true },
  { k: 0, hasEnds: true },
  { k: 4 },
]
const PICTURES: [string, Picture][] = [
  ['writing', picture(333, 200)],
  ['a width of whole bytes', picture(256, 64, 5)],
  ['every run', everyRun()],
  ['all white', { dots: new Uint8Array(100 * 4), width: 100, height: 4 }],
  ['all black', { dots: new Uint8Array(100 * 4).fill(1), width: 100, height: 4 }],
  ['one column', { dots: Uint8Array.from([1, 0, 0, 1]), width: 1, height: 4 }],
]

const termsOf = ({ width, height }: Picture, { k, isAligned = false }: (typeof WAYS)[number]) => ({
  ...{ k, columns: width, rows: height, isByteAligned: isAligned, isBlack1: false },
})

test.group('Reading what is packed as a fax', () => {
  for (const way of WAYS) {
    test(`gives the points that were packed, with ${JSON.stringify(way)}`, ({ assert }) => {
      for (const [what, one] of PICTURES) {
        const found = decodeFax(encodeFax(one, way), termsOf(one, way))
        assert.isTrue(found.equals(bitsOf(one)), what)
      }
    })
  }

  test('says black as one where that is said', ({ assert }) => {
    const one = PICTURES[0][1]
    const terms = { ...termsOf(one, { k: -1 }), isBlack1: true }
    const found = decodeFax(encodeFax(one), terms)
    assert.deepEqual([...found.map((byte) => byte ^ 0xff)], [...bitsOf(one)])
  })

  test('guesses nothing of what is cut or damaged', ({ assert }) => {
    const one = PICTURES[0][1]
    const bytes = encodeFax(one)
    const terms = termsOf(one, { k: -1 })
    assert.throws(() => decodeFax(bytes.subarray(0, bytes.length / 2), terms), /is damaged/)
    assert.throws(() => decodeFax(bytes, { ...terms, rows: one.height + 1 }), /is damaged/)
    assert.throws(() => decodeFax(bytes, { ...terms, columns: one.width - 1 }), /is damaged/)
    assert.throws(() => decodeFax(Buffer.alloc(40), terms), /line 1 of/)
  })

  test('has codes of which none begins another', ({ assert }) => {
    for (const codes of [...RUN_CODES, MODE_CODES]) {
      const words = codes.map(([code]) => code)
      for (const word of words) {
        assert.deepEqual(
          words.filter((other) => other.startsWith(word)),
          [word]
        )
      }
    }
  })
})

test.group('A fax in a PDF, for another reader', (group) => {
  group.tap((one) => one.skip(!hasTool('pdfimages'), 'pdfimages is not installed'))

  test('has the points that this one reads', ({ assert }) => {
    for (const [what, one] of PICTURES) {
      for (const way of WAYS) {
        const found = byPoppler(one, way)
        assert.isTrue(found.equals(bitsOf(one)), `${what}, ${JSON.stringify(way)}`)
      }
    }
  })
})

/** What poppler makes of the same bytes: a PBM says black as one. */
function byPoppler(one: Picture, way: (typeof WAYS)[number]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'fax-'))
  try {
    writeFileSync(join(folder, 'in.pdf'), faxPdf(one, way))
    spawnSync('pdfimages', ['in.pdf', 'out'], { cwd: folder })
    const file = readFileSync(join(folder, 'out-000.pbm'))
    const size = Math.ceil(one.width / 8) * one.height
    const bits = Buffer.from(file.subarray(file.length - size).map((byte) => byte ^ 0xff))
    return withOnesAtTheEnds(bits, one)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What a row has after its last point is nothing. */
function withOnesAtTheEnds(bits: Buffer, { width, height }: Picture): Buffer {
  const rowBytes = Math.ceil(width / 8)
  if (width % 8 === 0) return bits
  for (let y = 1; y <= height; y++) bits[y * rowBytes - 1] |= 0xff >> (width & 7)
  return bits
}

function faxPdf(one: Picture, way: (typeof WAYS)[number]): Buffer {
  const bytes = encodeFax(one, way)
  const { k, isAligned } = way
  const { width, height } = one
  const terms = `<</K ${k}/Columns ${width}/Rows ${height}/EncodedByteAlign ${Boolean(isAligned)}>>`
  const image = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms${terms}/Length ${bytes.length}>>\nstream\n${bytes.toString('latin1')}\nendstream`
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>'
  const objects = [
    ...['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>', page, image],
    '<</Length 23>>\nstream\nq 9 0 0 9 0 0 cm /I Do Q\nendstream',
  ]
  const text = objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${text}trailer\n<</Root 1 0 R>>\n%%EOF\n`, 'latin1')
}
