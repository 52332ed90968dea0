import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FACTS, type PackFacts } from './facts.js'

/** Whole in its place, or not at all. */
export function install(folder: string, files: string[], home: string, facts: PackFacts): void {
  const place = join(home, facts.version)
  const beside = `${place}.${process.pid}.part`
  const kept = new Set(Object.values(facts.sheets).map(({ file }) => dirname(file)))
  for (const file of files) {
    const isList = file.endsWith('.xml') && kept.has(dirname(file))
    if (!isList && !/\.(xsd|sch)$/.test(file)) continue
    mkdirSync(dirname(join(beside, file)), { recursive: true })
    cpSync(join(folder, file), join(beside, file))
  }
  writeFileSync(join(beside, FACTS), `${JSON.stringify(facts, null, 2)}\n`)
  rmSync(place, { recursive: true, force: true })
  renameSync(beside, place)
}
