import type { Said } from './patches/plans_kept.js'

/** What is said, in hexadecimal: no word that somebody wrote stands in the text of a question. */
export const spelled = (said: object): string => Buffer.from(JSON.stringify(said)).toString('hex')

/** The same, read by the base as jsonb where the question names it. */
export const readSpelled = (name: string): string =>
  `convert_from(decode(:${name}, 'hex'), 'utf8')::jsonb`

const NAMED = /(?<!:):(\w+)\b/g
/** Identifiers, digests, lists of them, and what is spelled. */
const HEXADECIMAL = /^[0-9a-f,-]*$/

/** What is asked, with identifiers and digests in the place of their names (`:name`); its plan is kept. */
export function named(question: string, values: Record<string, string>): Said {
  const literals: string[] = []
  const sql = question.replace(NAMED, (_, name: string) => {
    if (!HEXADECIMAL.test(values[name])) throw new Error(`« ${name} » is no identifier, no digest`)
    return `$${literals.push(`'${values[name]}'`)}`
  })
  const text = sql.replace(/\$(\d+)/g, (_, n) => literals[n - 1])
  return { text, plan: { sql, literals } }
}
