/** Refuses a dependency whose licence cannot live with the EUPL-1.2 (its appendix, and the permissive ones). */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const WELCOME =
  /^(MIT|MIT-0|ISC|BSD|BSD-[23]-Clause|0BSD|Apache-2\.0|Unlicense|CC0-1\.0|OFL-1\.1|BlueOak-1\.0\.0|PostgreSQL|Python-2\.0|Zlib|MPL-2\.0|LGPL-[\w.-]+|EUPL-1\.2|WTFPL|CC-BY-[34]\.0)( WITH [\w.-]+)?$/

/** Packages that say their licence in a file only: which version a person has read, and what it says. */
const READ = {
  '@adonisjs/limiter@3.0.1': 'MIT',
  'combine-errors@3.0.3': 'MIT',
  'png-js@2.0.0': 'MIT',
}

/** Whether an SPDX expression leaves us a welcome choice: one side of an OR, every side of an AND. */
export function isWelcome(expression) {
  const text = expression.trim()
  for (const [word, holds] of [
    [/ OR /i, 'some'],
    [/ AND /i, 'every'],
  ]) {
    const parts = splitOutside(text, word)
    if (parts.length > 1) return parts[holds](isWelcome)
  }
  const inside = /^\((.*)\)$/.exec(text)?.[1]
  return inside === undefined ? WELCOME.test(text) : isWelcome(inside)
}

/** Splits where no parenthesis is open. */
function splitOutside(text, word) {
  const parts = ['']
  let depth = 0
  for (const piece of text.split(/([()])|(\s(?:AND|OR)\s)/).filter(Boolean)) {
    if (piece === '(') depth++
    if (piece === ')') depth--
    if (depth === 0 && word.test(piece)) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts.map((part) => part.trim())
}

/** What the packages that we ship say: how many were read, and those that a person must look at. */
export function auditLicences(root = '.', read = READ) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const refused = []
  let count = 0
  for (const [folder, { dev, optional }] of Object.entries(packages)) {
    if (!folder || dev) continue
    const file = path.join(root, folder, 'package.json')
    if (!existsSync(file)) {
      // Made for another system: the machine that installs it reads it.
      if (!optional) refused.push(`${folder} : absent de cette installation`)
      continue
    }
    const { name, version, license, licenses } = JSON.parse(readFileSync(file, 'utf8'))
    const said =
      typeof license === 'string'
        ? license
        : (license?.type ?? licenses?.map((one) => one.type).join(' OR '))
    count++
    if (!isWelcome(String(said ?? read[`${name}@${version}`] ?? 'inconnue')))
      refused.push(`${name}@${version} : ${said}`)
  }
  return { count, refused }
}

// Not `import.meta.main`: on an older Node it is absent, and the audit would pass without a word.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { count, refused } = auditLicences()
  console.log(`${count} dépendances lues, ${refused.length} licence(s) à examiner.`)
  for (const line of refused) console.log(`  ${line}`)
  process.exit(refused.length > 0 ? 1 : 0)
}
