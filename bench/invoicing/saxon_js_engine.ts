/** SaxonJS alone in its process: `saxon_js_engine.ts LIBRARY SHEETS`, the figures on the standard output. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { corpus } from './corpus.js'
import { figuresOf, residentMb } from './figures.js'

/** As far as it is called here. */
interface SaxonJs {
  transform(options: object, how: 'sync'): unknown
}

const WARM_ROUNDS = 1
const ROUNDS = 2

const [library, folder] = process.argv.slice(2)
const saxon = createRequire(import.meta.url)(resolve(library)) as SaxonJs
const sheets = new Map<string, unknown>()
const files = corpus().map(({ path, sheets: names }) => ({
  text: readFileSync(path, 'utf8'),
  sheets: names.filter((name) => existsSync(join(folder, `${name}.sef.json`))),
}))

function sheetNamed(name: string): unknown {
  if (!sheets.has(name))
    sheets.set(name, JSON.parse(readFileSync(join(folder, `${name}.sef.json`), 'utf8')))
  return sheets.get(name)
}

/** From the text to the report; a sheet that stops in an error took its time all the same. */
function judge({ text, sheets: names }: (typeof files)[number]): void {
  for (const name of names) {
    const stylesheetInternal = sheetNamed(name)
    const options = { stylesheetInternal, sourceText: text, destination: 'serialized' }
    try {
      saxon.transform({ ...options, logLevel: -1 }, 'sync')
    } catch {
      continue
    }
  }
}

for (let round = 0; round < WARM_ROUNDS; round++) for (const file of files) judge(file)
const before = residentMb()
const times: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  for (const file of files) {
    const from = performance.now()
    judge(file)
    times.push(performance.now() - from)
  }
}
console.log(JSON.stringify(figuresOf(times, before, residentMb())))
