import { plural } from '#lib/french/numbers'
import type { Answer } from './command.js'

interface Finding {
  level: 'error' | 'warning'
  rule: string
  path: string
  message: string
}

/** What was found of a file, as `decp-check` and `notice-check` say it: valid when there is no error. */
export function answerOf(findings: Finding[]): Answer {
  const errors = findings.filter(({ level }) => level === 'error').length
  const warnings = findings.length - errors
  const lines = findings.map(({ level, path, rule, message }) =>
    [level === 'error' ? 'ERREUR   ' : 'ATTENTION', path || '/', `${rule} : ${message}`].join('  ')
  )
  const total = `${plural(errors, 'erreur')}, ${plural(warnings, 'avertissement')}.`
  return {
    value: { valid: errors === 0, errors, warnings, findings },
    lines: [...lines, total],
    refusal: errors === 0 ? undefined : `Ce fichier n’est pas valide : ${total}`,
  }
}
