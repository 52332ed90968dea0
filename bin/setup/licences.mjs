/** Refuses a dependency whose licence cannot live with the EUPL-1.2 (its appendix, and the permissive ones). */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const WELCOME = /^\(?(MIT|MIT-0|ISC|BSD|BSD-[23]-Clause|0BSD|Apache-2\.0|Unlicense|CC0-1\.0|OFL-1\.1|BlueOak-1\.0\.0|PostgreSQL|Python-2\.0|Zlib|MPL-2\.0|LGPL-[\w.-]+|EUPL-1\.2|WTFPL|CC-BY-[34]\.0)\b/

/** Packages that say their licence in a file only; read by a person. */
const READ = new Map([
  ['@adonisjs/limiter', 'MIT'],
  ['combine-errors', 'MIT'],
  ['png-js', 'MIT'],
])

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const refused = []
let read = 0
for (const [folder, { dev }] of Object.entries(lock.packages)) {
  const file = path.join(folder, 'package.json')
  if (!folder || dev || !existsSync(file)) continue
  const { name, license, licenses } = JSON.parse(readFileSync(file, 'utf8'))
  const said = typeof license === 'string' ? license : (license?.type ?? licenses?.map((one) => one.type).join(' OR '))
  read++
  const choices = String(said ?? READ.get(name) ?? 'inconnue').split(/ OR /i)
  if (!choices.some((choice) => WELCOME.test(choice.trim()))) refused.push(`${name} : ${said}`)
}
console.log(`${read} dépendances lues, ${refused.length} licence(s) à examiner.`)
for (const line of refused) console.log(`  ${line}`)
process.exit(refused.length > 0 ? 1 : 0)
