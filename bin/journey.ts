/**
 * `npm run journey -- --pdf FILE --out DIR`: the main job from draft to sealed archive, as its users
 * do it page by page, without a browser. Exit status 0 only if the whole chain completed.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keep, sha256Of, unpack } from './journey/files.js'
import { draft, proof, reach, sign, visa, type Itinerary } from './journey/road.js'
import { readDemo } from './setup/demo_accounts.mjs'
import { startPlatform } from './setup/platform.mjs'

const { values } = parseArgs({ options: { pdf: { type: 'string' }, out: { type: 'string' } } })
if (!values.pdf || !values.out || !existsSync(values.pdf)) {
  console.error('Usage : npm run journey -- --pdf FICHIER.pdf --out DOSSIER')
  process.exit(2)
}

interface Step {
  step: string
  at: string
  ms: number
}

const steps: Step[] = []
async function timed<T>(step: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  const result = await work()
  const ms = Math.round(performance.now() - startedAt)
  steps.push({ step, at: new Date().toISOString(), ms })
  console.log(`${step.padEnd(46)} ${String(ms).padStart(7)} ms`)
  return result
}

async function travel(road: Itinerary, out: string) {
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
  const names = await unpack(zip, out)
  const identifier = /\d[\dAB]\d-\d{9}-\d{8}-[A-Z0-9_]+-[A-Z]{2}/.exec(published.html)?.[0] ?? null
  return { acte, folder, deposit, identifier, names }
}

const WANTED = [
  'signed.pdf',
  'envelope.tar.gz',
  'acknowledgement.xml',
  'stamped.pdf',
  'sip.zip',
  'proof.json',
]

const out = resolve(values.out)
const platform = await timed('Plateforme ouverte', () =>
  startPlatform({ quiet: true, foreground: false })
)
let status = 1
try {
  await keep(out, 'journey.json', '{}')
  const result = await travel(
    { ...readDemo(platform.env), base: platform.env.APP_URL, pdf: resolve(values.pdf) },
    out
  )
  const missing = WANTED.filter((name) => !existsSync(join(out, name)))
  if (missing.length > 0) throw new Error(`Il manque ${missing.join(', ')}`)
  const files = await Promise.all(
    WANTED.map(async (name) => ({ name, sha256: await sha256Of(join(out, name)) }))
  )
  await keep(
    out,
    'journey.json',
    JSON.stringify({ ...result, state: 'archived', steps, files }, null, 2)
  )
  console.log(`\nTout est dans ${out}`)
  status = 0
} catch (error) {
  console.error(`\nLe voyage s’arrête : ${error instanceof Error ? error.message : String(error)}`)
} finally {
  await platform.stop()
}
process.exit(status)
