import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import type { PackFacts } from './pack.js'

/** The number that a folder is named after, or a schema; else what its bytes are. */
export function versionOf(folder: string, sheets: string[], schemas: string[]): string {
  const names = [basename(folder), ...sheets.filter((file) => /flux2/i.test(file)), ...sheets]
  for (const name of names.flatMap((one) => one.split(sep))) {
    const [found] = /\d+(?:\.\d+){1,3}(?!\.?(?:sch|xsd))/.exec(name) ?? []
    if (found) return found
  }
  const [, major, minor] = /_V(\d+)_(\d+)\.xsd$/.exec(schemas.at(-1) ?? '') ?? []
  if (major) return `${major}.${minor}`
  const hash = createHash('sha256')
  for (const file of [...sheets, ...schemas]) hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

/** The day that the French rules say they were last changed on. */
export function dateIn(folder: string, sheets: PackFacts['sheets']): string | null {
  for (const { file } of Object.values(sheets)) {
    const text = readFileSync(join(folder, file), 'utf8').slice(0, 4_000)
    const [, year, month, day] = /last update:?\s+(\d{4})[ -](\d\d)[ -](\d\d)/i.exec(text) ?? []
    if (year && /flux2|cdv/i.test(file)) return `${year}-${month}-${day}`
  }
  return null
}
