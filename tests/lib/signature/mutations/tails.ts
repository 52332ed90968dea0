import type { ByteMutation, Random } from './bytes.js'

const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)]

/** Every object of the file in clear, by number, at the place where it is last written. */
function objectsOf(pdf: Buffer): { number: number; at: number; text: string }[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/(?<=[\s])(\d+) 0 obj\b[\s\S]*?endobj/g)].map((found) => ({
    number: Number(found[1]),
    at: found.index,
    text: found[0],
  }))
}

const lastTable = (pdf: Buffer) =>
  Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))?.[1] ?? 0)
const rootOf = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/\/Root\s*(\d+ \d+ R)/g)].at(-1)![1]

/** An update whose table says that objects stand at those offsets; null when they are free. */
function tail(
  pdf: Buffer,
  body: string,
  rows: [number, number | null][],
  previous = lastTable(pdf)
) {
  const entries = rows.map(([number, offset]) => {
    const line =
      offset === null ? '0000000000 65535 f ' : `${String(offset).padStart(10, '0')} 00000 n `
    return `${number} 1\n${line}\n`
  })
  const position = pdf.length + 1 + body.length
  const trailer = `<</Size 200/Root ${rootOf(pdf)}/Prev ${previous}>>`
  const table = `xref\n${entries.join('')}trailer\n${trailer}\nstartxref\n${position}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(`\n${body}${table}`, 'latin1')])
}

/** What is appended without a byte of the signed file being touched: tables that lie. */
export const TAILS: Record<string, ByteMutation> = {
  'objects sent to one another': (pdf, random) => {
    const objects = objectsOf(pdf)
    const [one, other] = [pick(objects, random), pick(objects, random)]
    return tail(pdf, '', [
      [one.number, other.at],
      [other.number, one.at],
    ])
  },
  'an object said to be free': (pdf, random) =>
    tail(pdf, '', [[pick(objectsOf(pdf), random).number, null]]),
  'an object written twice': (pdf, random) => {
    const { number, text } = pick(objectsOf(pdf), random)
    const changed = random(2) ? text : text.replace(/\(([^)]{3,})\)|(\d{3})/, '(Autre)')
    return tail(pdf, `${changed}\n`, random(3) ? [[number, pdf.length + 1]] : [])
  },
  'an object under the number of another': (pdf, random) => {
    const [one, other] = [pick(objectsOf(pdf), random), pick(objectsOf(pdf), random)]
    const text = other.text.replace(/^\d+/, String(one.number))
    return tail(pdf, `${text}\n`, [[one.number, pdf.length + 1]])
  },
  'objects after the end': (pdf, random) =>
    Buffer.concat([pdf, Buffer.from(`\n${pick(objectsOf(pdf), random).text}\n`, 'latin1')]),
  'another startxref': (pdf, random) => {
    const places = [
      0,
      1,
      lastTable(pdf),
      lastTable(pdf) - 1,
      lastTable(pdf) + 1,
      pdf.length,
      99_999_999,
      random(pdf.length),
    ]
    const olds = [...pdf.toString('latin1').matchAll(/startxref\s+(\d+)/g)].map((one) =>
      Number(one[1])
    )
    const end = random(3) ? '\n%%EOF\n' : ''
    return Buffer.concat([
      pdf,
      Buffer.from(`\nstartxref\n${pick([...places, ...olds], random)}${end}`),
    ])
  },
  'a table that turns in circles': (pdf) => tail(pdf, '', [], pdf.length + 1),
  'a table that forgets those before': (pdf, random) =>
    tail(
      pdf,
      '',
      objectsOf(pdf).map(({ number, at }) => [number, at]),
      pick([0, 9, 99_999_999, random(pdf.length)], random)
    ),
  'the whole file again': (pdf, random) =>
    Buffer.concat([pdf, random(2) ? pdf : pdf.subarray(0, random(pdf.length))]),
}
