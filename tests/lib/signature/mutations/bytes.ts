export type Random = (below: number) => number

/** A file changed in its bytes, as a bad line or a hand with an editor would. */
export type ByteMutation = (pdf: Buffer, random: Random) => Buffer

const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)]

/** Every place where a word stands. */
function placesOf(pdf: Buffer, word: string): number[] {
  const places: number[] = []
  for (let at = pdf.indexOf(word); at !== -1; at = pdf.indexOf(word, at + 1)) places.push(at)
  return places
}

function overwritten(pdf: Buffer, at: number, text: string): Buffer {
  const copy = Buffer.from(pdf)
  copy.write(text, at, 'latin1')
  return copy
}

function spliced(pdf: Buffer, at: number, removed: number, added: Buffer | string): Buffer {
  const put = typeof added === 'string' ? Buffer.from(added, 'latin1') : added
  return Buffer.concat([pdf.subarray(0, at), put, pdf.subarray(at + removed)])
}

/** Outside of the long hexadecimal strings, where most of the bytes of a small file are. */
function anywhere(pdf: Buffer, random: Random): number {
  let at = random(pdf.length)
  for (
    let tries = 0;
    tries < 8 && /^[0-9a-f]{16}$/.test(pdf.toString('latin1', at, at + 16));
    tries++
  )
    at = random(pdf.length)
  return at
}

const WORDS = [
  'obj',
  'endobj',
  'stream',
  'endstream',
  'xref',
  'trailer',
  'startxref',
  '%%EOF',
  '/Root',
  '/Prev',
  '/Size',
  '/Type',
  '/Kids',
  '/Count',
  '/Contents',
  '/ByteRange',
  '/Length',
  '/W',
  '/Index',
  '/AcroForm',
  '/Fields',
  '/V',
  '/AP',
  '/Rect',
  '/Filter',
  '/FT',
  '/Annots',
  '/Parent',
  ' R',
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
] as const

/** In place, or one byte more or less: covered or not, as it falls. */
export const BYTE_MUTATIONS: Record<string, ByteMutation> = {
  'bits flipped': (pdf, random) => {
    const copy = Buffer.from(pdf)
    for (let count = 1 + random(4); count > 0; count--)
      copy[random(3) ? anywhere(pdf, random) : random(pdf.length)] ^= 1 << random(8)
    return copy
  },
  'bytes added': (pdf, random) => {
    const added = Buffer.from(Array.from({ length: 1 + random(40) }, () => random(256)))
    return spliced(pdf, random(pdf.length + 1), 0, random(2) ? added : pick(WORDS, random))
  },
  'bytes removed': (pdf, random) => spliced(pdf, random(pdf.length), 1 + random(60), ''),
  'cut short': (pdf, random) => pdf.subarray(0, random(pdf.length)),
  'cut near a mark': (pdf, random) => {
    const at = pick(placesOf(pdf, pick(['%%EOF', 'startxref', 'endobj'], random)), random)
    return pdf.subarray(0, Math.max(1, at + random(12) - 3))
  },
  'a word replaced': (pdf, random) => {
    const word = pick(WORDS, random)
    const places = placesOf(pdf, word)
    if (places.length === 0) return pdf.subarray(0, pdf.length - 1)
    const other = pick(WORDS, random).padEnd(word.length).slice(0, word.length)
    return overwritten(pdf, pick(places, random), other)
  },
  'a number changed': (pdf, random) => {
    const text = pdf.toString('latin1')
    const numbers = [...text.matchAll(/(?<=[\s[/])\d{1,10}(?=[\s\]/>])/g)]
    const { index, 0: number } = pick(numbers, random)
    const other = [0, 1, Number(number) + 1, Number(number) - 1, 9 ** number.length, 2 ** 31][
      random(6)
    ]
    return overwritten(
      pdf,
      index,
      String(Math.max(0, other)).padStart(number.length, '0').slice(-number.length)
    )
  },
  'lines of a table swapped': (pdf, random) => {
    const rows = [...pdf.toString('latin1').matchAll(/\d{10} \d{5} [nf]/g)]
    if (rows.length < 2) return overwritten(pdf, placesOf(pdf, 'startxref').at(-1)!, 'startxrex')
    const [one, other] = [pick(rows, random), pick(rows, random)]
    return overwritten(overwritten(pdf, one.index, other[0]), other.index, one[0])
  },
  'a range that says something else': (pdf, random) => {
    const ranges = [
      ...pdf.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)\s*\]/g),
    ]
    const { index, 0: whole, 1: a, 2: b, 3: c, 4: d } = pick(ranges, random)
    const away = 1 + random(200)
    const end = +c + +d
    const other = pick(
      [
        [a, +b - away, c, d],
        [a, b, +c + away, +d - away],
        [a, b, c, +d - away],
        [a, b, c, +d + away],
        [c, d, a, b],
        [a, b, +b, end - +b],
        [away, +b - away, c, d],
        [0, 0, 0, end],
        ...ranges.map((range) => range.slice(1, 5)),
      ],
      random
    )
    const inside = other.join(' ').padEnd(whole.length - '/ByteRange []'.length)
    return overwritten(pdf, index, `/ByteRange [${inside}]`.slice(0, whole.length))
  },
  'contents swapped or padded': (pdf, random) => {
    const contents = [...pdf.toString('latin1').matchAll(/\/Contents\s*<([0-9a-fA-F]{64,})>/g)]
    const [one, other] = [pick(contents, random), pick(contents, random)]
    const at = one.index + one[0].indexOf('<') + 1
    const length = one[1].length
    return pick(
      [
        () => overwritten(pdf, at, other[1].padEnd(length, '0').slice(0, length)),
        () => overwritten(pdf, at, one[1].toUpperCase()),
        () => overwritten(pdf, at + length - 2 - 2 * random(20), 'a7'),
        () => overwritten(pdf, at, '0'.repeat(length)),
        () => overwritten(pdf, at + random(Math.min(4000, length)), '3'),
      ],
      random
    )()
  },
  'bytes before or after': (pdf, random) => {
    const junk = pick(
      ['\n', '\0'.repeat(1 + random(600)), '%PDF-1.4\n', 'junk '.repeat(random(40))],
      random
    )
    return random(2)
      ? Buffer.concat([pdf, Buffer.from(junk)])
      : Buffer.concat([Buffer.from(junk), pdf])
  },
}
