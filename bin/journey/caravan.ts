import { join } from 'node:path'
import { keep } from './files.js'
import type { Pdf } from './pdfs.js'
import { ActeRefused } from './road.js'
import type { Itinerary } from './itinerary.js'
import { stopwatch, travel } from './travel.js'

interface Caravan {
  road: Omit<Itinerary, 'pdf'>
  pdfs: Pdf[]
  duplicates: string[]
  /** Each PDF gets a folder there, beside `journeys.json`. */
  out: string
  /** How many travel at the same time. */
  atOnce: number
}

interface Arrival {
  pdf: string
  sha256: string
  folder: string | null
  state: 'archived' | 'refused' | 'failed'
  reason: string | null
  ms: number
}

/** Several PDFs over one platform; returns the exit status: 0 when all of them were archived. */
export async function travelAll({ road, pdfs, duplicates, out, atOnce }: Caravan): Promise<number> {
  const arrivals: Arrival[] = []
  const waiting = [...pdfs]
  // Each lane has its own people: what a page says to one of them is read by her alone
  const lane = async () => {
    const present = new Map()
    for (let pdf = waiting.shift(); pdf; pdf = waiting.shift()) {
      arrivals.push(await arrive({ ...road, present, pdf: pdf.path }, pdf, out))
      tell(arrivals.at(-1)!, `${arrivals.length}/${pdfs.length}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const inOrder = arrivals.toSorted((a, b) => a.pdf.localeCompare(b.pdf))
  await keep(out, 'journeys.json', JSON.stringify({ journeys: inOrder, duplicates }, null, 2))
  const count = (state: Arrival['state']) => arrivals.filter((one) => one.state === state).length
  console.log(
    `\n${count('archived')} archivés, ${count('refused')} refusés, ${count('failed')} interrompus ; ${duplicates.length} doublons laissés de côté.`
  )
  return count('archived') === pdfs.length ? 0 : 1
}

async function arrive(road: Itinerary, { path, sha256, slug }: Pdf, out: string): Promise<Arrival> {
  const startedAt = performance.now()
  const arrived = (state: Arrival['state'], reason: string | null): Arrival => ({
    pdf: path,
    sha256,
    folder: state === 'archived' ? slug : null,
    state,
    reason,
    ms: Math.round(performance.now() - startedAt),
  })
  try {
    await travel(
      road,
      join(out, slug),
      stopwatch(() => undefined)
    )
    return arrived('archived', null)
  } catch (error) {
    const state = error instanceof ActeRefused ? 'refused' : 'failed'
    return arrived(state, error instanceof Error ? error.message : String(error))
  }
}

const WORDS = { archived: 'archivé', refused: 'REFUSÉ', failed: 'INTERROMPU' }

function tell({ pdf, state, reason, ms }: Arrival, rank: string): void {
  const line = `${rank.padStart(8)}  ${WORDS[state].padEnd(10)} ${String(ms).padStart(7)} ms  ${pdf}`
  if (reason === null) console.log(line)
  else console.error(`${line}\n          ${reason}`)
}
