import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keep, unpack } from './files.js'
import { sha256Of } from './pdfs.js'
import { draft, proof, reach, sign, visa } from './road.js'
import type { Itinerary } from './itinerary.js'

export interface Step {
  step: string
  at: string
  ms: number
}

export type Timed = <T>(step: string, work: () => Promise<T>) => Promise<T>

const WANTED = [
  'signed.pdf',
  'envelope.tar.gz',
  'acknowledgement.xml',
  'stamped.pdf',
  'sip.zip',
  'proof.json',
]

/** Measures each step and tells it as it ends. */
export function stopwatch(tell: (step: Step) => void): { steps: Step[]; timed: Timed } {
  const steps: Step[] = []
  return {
    steps,
    async timed(step, work) {
      const startedAt = performance.now()
      const result = await work()
      const done = {
        step,
        at: new Date().toISOString(),
        ms: Math.round(performance.now() - startedAt),
      }
      steps.push(done)
      tell(done)
      return result
    },
  }
}

/**
 * One PDF from the draft to the archives. What it became appears in `out` once it is whole; nothing
 * does when the road stops halfway. Throws ActeRefused for a PDF that the platform does not take.
 */
export async function travel(
  road: Itinerary,
  out: string,
  { steps, timed }: ReturnType<typeof stopwatch>
) {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
  const acte = await timed('Acte rédigé et soumis', () => draft(road, today))
  const folder = await timed('Visa de la secrétaire', () => visa(road, acte))
  await timed('Signature de la maire', () => sign(road, folder))
  await timed('Télétransmis à la préfecture', () =>
    reach(road, acte, /Archive transmise/, 'La transmission')
  )
  await timed('Accusé de réception', () =>
    reach(road, acte, /Accusé de réception de la préfecture/, 'L’accusé')
  )
  const published = await timed('Tamponné et publié', () =>
    reach(road, acte, /Exemplaire tamponné/, 'Le tampon')
  )
  const { zip, deposit } = await timed('Archivé, preuve rassemblée', () => proof(road, acte))
  const identifier = /\d[\dAB]\d-\d{9}-\d{8}-[A-Z0-9_]+-[A-Z]{2}/.exec(published.html)?.[0] ?? null
  return settle(zip, out, { acte, folder, deposit, identifier, state: 'archived', steps })
}

/** Everything is laid out aside and looked at, then takes its place in `out`. */
async function settle(zip: Buffer, out: string, facts: object) {
  await mkdir(out, { recursive: true })
  const aside = await mkdtemp(join(out, '.voyage-'))
  try {
    const names = await unpack(zip, aside)
    const missing = WANTED.filter((name) => !names.includes(name))
    if (missing.length > 0) throw new Error(`Il manque ${missing.join(', ')}`)
    const files = await Promise.all(
      WANTED.map(async (name) => ({ name, sha256: await sha256Of(join(aside, name)) }))
    )
    const result = { ...facts, names, files }
    await keep(aside, 'journey.json', JSON.stringify(result, null, 2))
    for (const name of [...names, 'journey.json']) await rename(join(aside, name), join(out, name))
    return result
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
