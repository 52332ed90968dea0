import type pg from 'pg'
import { DOCUMENTS, LARGEST } from './size.js'

const AT_ONCE = 50_000
const LANES = 2

/** Documents that are written together: SQL of their numbers `i` and members `member`, in the order of the keys. */
type Lot = string

/** Of 2,000 members, the documents numbered in tens and nine are of the last, the others of each in turn. */
function everyLot(): Lot[] {
  const tens = Math.floor(DOCUMENTS / 10)
  const together = Math.max(1, Math.floor((AT_ONCE * LARGEST) / (DOCUMENTS - tens)))
  const common = Array.from({ length: Math.ceil(LARGEST / together) }, (_none, rank) => {
    const [first, last] = [rank * together, Math.min(LARGEST, (rank + 1) * together) - 1]
    return `select i, member from generate_series(${first}, ${last}) member,
      generate_series(member, ${DOCUMENTS - 1}, ${LARGEST}) i where i % 10 <> 9`
  })
  const large = Array.from({ length: Math.ceil(tens / AT_ONCE) }, (_none, rank) => {
    const [first, last] = [rank * AT_ONCE, Math.min(tens, (rank + 1) * AT_ONCE) - 1]
    return `select ten * 10 + 9 as i, ${LARGEST} as member from generate_series(${first}, ${last}) ten`
  })
  return [...common, ...large]
}

/** Writes all documents, a few lots at a time, and says how far it is. */
export async function laidTogether(
  connected: () => Promise<pg.Client>,
  lay: (client: pg.Client, lot: Lot) => Promise<number>
): Promise<void> {
  const [lots, from] = [everyLot(), performance.now()]
  let laid = 0
  const lane = async () => {
    const client = await connected()
    try {
      for (let lot = lots.shift(); lot; lot = lots.shift()) {
        const more = await lay(client, lot)
        laid += more
        tell(`${laid} documents`, from)
      }
    } finally {
      await client.end()
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** A line of progress: what is done, and since when. */
export const tell = (what: string, from: number) =>
  process.stderr.write(`${what}, ${Math.round((performance.now() - from) / 1_000)} s\n`)
