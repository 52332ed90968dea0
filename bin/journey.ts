/**
 * `npm run journey -- --pdf FILE --out DIR`: the main job from draft to sealed archive, as its users
 * do it page by page, without a browser. With several `--pdf`, or `--pdfs FOLDER`, every distinct
 * PDF makes the journey on the same platform, each in a folder of its own.
 * `npm run journey -- --invoice FILE.pdf --out DIR`: an invoice from Chorus Pro to the archive; with
 * several `--invoice`, one after the other, each in a folder of its own.
 * Exit status 0 only if every chain completed.
 */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { travelAll } from './journey/caravan.js'
import { distinct, pdfsUnder } from './journey/pdfs.js'
import { stopwatch, travel } from './journey/travel.js'
import { travelInvoices } from './journey/travel_invoices.js'
import kervalan from '../tenants/demo/3_kervalan.js'
import { seatOf } from '#lib/values'
import { readDemo } from './setup/demo_accounts.mjs'
import { startPlatform } from './setup/platform.mjs'

const USAGE = `Usage : npm run journey -- --pdf FICHIER.pdf --out DOSSIER
        npm run journey -- --procurement --dce DOSSIER --bids DOSSIER --out DOSSIER
        npm run journey -- --pdfs DOSSIER_DE_PDF --out DOSSIER [--at-once 3]
        npm run journey -- --invoice FACTURE.pdf [--invoice …] --out DOSSIER`

function readArguments() {
  const options = {
    'pdf': { type: 'string', multiple: true },
    'pdfs': { type: 'string' },
    'invoice': { type: 'string', multiple: true },
    'out': { type: 'string' },
    'at-once': { type: 'string', default: '3' },
  } as const
  const { values } = parseArgs({ options })
  const invoices = values.invoice ?? []
  const given = values.pdf ?? []
  const missing = [...given, ...[values.pdfs ?? []].flat(), ...invoices].find(
    (path) => !existsSync(path)
  )
  if (missing) throw new Error(`Ce fichier n’existe pas : ${missing}`)
  const paths = values.pdfs ? [...given, ...pdfsUnder(values.pdfs)] : given
  const atOnce = Number(values['at-once'])
  const isAsked = invoices.length > 0 ? paths.length === 0 : paths.length > 0
  if (!isAsked || !values.out || !(atOnce > 0)) throw new Error(USAGE)
  return {
    invoices,
    paths,
    out: resolve(values.out),
    atOnce,
    isAlone: !values.pdfs && given.length === 1,
  }
}

function asked() {
  try {
    return readArguments()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}

if (process.argv.includes('--procurement')) {
  const { travelToAward } = await import('./journey/procurement/travel.js')
  process.exit(await travelToAward(process.argv.slice(2)))
}
const { invoices, paths, out, atOnce, isAlone } = asked()
const { pdfs, duplicates } = await distinct(paths)
const watch = stopwatch(({ step, ms }) =>
  console.log(`${step.padEnd(46)} ${String(ms).padStart(7)} ms`)
)
const platform = await watch.timed('Plateforme ouverte', () =>
  startPlatform({ quiet: true, foreground: false })
)
let status = 1
try {
  const road = { ...readDemo(platform.env), base: platform.env.APP_URL }
  if (invoices.length > 0) {
    const chorusUrl = platform.env.CHORUS_URL!
    const place = { ...road, chorusUrl, buyer: seatOf(kervalan.siren) }
    status = await travelInvoices(place, invoices, out, watch)
  } else if (isAlone) {
    await travel({ ...road, pdf: pdfs[0].path }, out, watch)
    status = 0
  } else {
    status = await travelAll({ road, pdfs, duplicates, out, atOnce })
  }
  // Beside, never inside: what is verified cannot vouch for itself.
  const key = await fetch(`${platform.env.APP_URL}/preuves/cle.pem`)
  await writeFile(`${out}.cle.pem`, await key.text())
  console.log(`\nTout est dans ${out}`)
} catch (error) {
  console.error(`\nLe voyage s’arrête : ${error instanceof Error ? error.message : String(error)}`)
} finally {
  await platform.stop()
}
process.exit(status)
