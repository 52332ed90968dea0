import { Dict, Ref, Text } from './witness/values.js'
import type { Place } from './witness/section.js'
import type { Witness } from './witness/witness.js'

/**
 * A table to append to a file, as one stream and its `startxref`: the places of all objects, the last
 * number being that of the stream itself, which stands one byte after the end of the file.
 */
export function tableOf(witness: Witness, places: Map<number, Place>, root: Ref): Buffer {
  const rows = [...places].sort(([a], [b]) => a - b)
  const [number, place] = rows.at(-1)!
  const table = Buffer.concat(rows.map(([one, where]) => row(witness, one, where)))
  const entries = [
    `/Type /XRef /Size ${number + 1} /W [1 5 4] /Length ${table.length}`,
    `/Index [${runs(rows.map(([one]) => one)).join(' ')}]`,
    `/Root ${root.number} ${root.generation} R`,
    ...[lock(witness), info(witness), identifier(witness)].filter(Boolean),
  ]
  const { offset } = place as { offset: number }
  return Buffer.concat([
    Buffer.from(`\n${number} 0 obj\n<<${entries.join('\n')}>>\nstream\n`),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${offset}\n%%EOF\n`),
  ])
}

/** What locks the file, when it is an object of its own. */
function lock(witness: Witness): string {
  const value = witness.trailer('Encrypt')
  return value instanceof Ref ? `/Encrypt ${value.number} ${value.generation} R` : ''
}

function info(witness: Witness): string {
  const value = witness.trailer('Info')
  return value instanceof Ref && witness.dict(value) instanceof Dict
    ? `/Info ${value.number} ${value.generation} R`
    : ''
}

function identifier(witness: Witness): string {
  const [first] = witness.list(witness.trailer('ID'))
  if (!(first instanceof Text)) return ''
  const hexadecimal = first.bytes.toString('hex')
  return `/ID [<${hexadecimal}> <${hexadecimal}>]`
}

function row(witness: Witness, number: number, place: Place): Buffer {
  const row = Buffer.alloc(10)
  if (place && 'within' in place) {
    row[0] = 2
    row.writeUIntBE(place.within, 1, 5)
    row.writeUInt32BE(place.rank, 6)
  } else if (place) {
    row[0] = 1
    row.writeUIntBE(place.offset, 1, 5)
    row.writeUInt32BE(witness.said(number)?.generation ?? 0, 6)
  }
  return row
}

function runs(numbers: number[]): number[] {
  const found: number[] = []
  numbers.forEach((number, at) => {
    if (at > 0 && numbers[at - 1] + 1 === number) found[found.length - 1]++
    else found.push(number, 1)
  })
  return found
}
