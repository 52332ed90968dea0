/** One of our engines alone in its process: `engine.ts model|packs HOME`, the figures on the standard output. */
import { readFileSync } from 'node:fs'
import { checkFile } from '#lib/einvoice'
import { Packs, type SheetName } from '#lib/einvoice/packs'
import { broken } from '#lib/schematron'
import { LocalDate } from '#lib/values'
import { readXml } from '#lib/xml/tree/reader'
import { corpus, type Judged } from './corpus.js'
import { figuresOf, residentMb, timed, warm } from './figures.js'

const [engine, home] = process.argv.slice(2)
const packs = Packs.in(home, LocalDate.parse('2026-11-29'))
const files = corpus().map((one) => ({ ...one, bytes: readFileSync(one.path) }))

/** From the bytes to the broken rules, the reading of XML included. */
const judge: (file: Judged & { bytes: Buffer }) => unknown =
  engine === 'model'
    ? ({ bytes }) => checkFile(bytes)
    : ({ bytes, sheets }) => {
        const root = readXml(bytes)
        return sheets.map((name) => broken(packs.sheet(name as SheetName)!.sheet, root))
      }

await warm(async () => {
  for (const file of files) await judge(file)
})
const before = residentMb()
const times = await timed(files, judge)
console.log(JSON.stringify(figuresOf(times, before, residentMb())))
