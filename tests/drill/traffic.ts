import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { draft, sign, visa } from '../../bin/journey/road.js'
import type { Itinerary } from '../../bin/journey/itinerary.js'
import { samplePdf } from '../lib/signature/sample_pdf.js'

/** What a person was told to be done, and when. */
export interface Told {
  id: string
  at: string
  sha256: string
}

const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })

/** People deposit, approve and sign one acte after another until `stop`; `told` grows as pages answer. */
export function startTraffic(road: Omit<Itinerary, 'pdf'>, folder: string) {
  const told: Told[] = []
  let stopped = false
  const oneActe = async (number: number) => {
    const bytes = await samplePdf([`Délibération de l’exercice, numéro ${number}`])
    const pdf = join(folder, `deliberation-${number}.pdf`)
    writeFileSync(pdf, bytes)
    const itinerary = { ...road, pdf }
    const acte = await draft(itinerary, today())
    const at = new Date().toISOString()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    told.push({ id: acte.split('/').at(-1)!, at, sha256 })
    await sign(itinerary, await visa(itinerary, acte))
  }
  const ended = (async () => {
    for (let number = 1; !stopped; number++) await oneActe(number).catch(() => undefined) // it dies under them
  })()
  return {
    told,
    stop() {
      stopped = true
      return ended
    },
  }
}
