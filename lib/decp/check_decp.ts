import type { LocalDate } from '#lib/values'
import { judgeCpv } from './cpv_rules.js'
import { error, type DecpFinding } from './finding.js'
import { judgeLate, judgeModifications, judgeTwice } from './order_rules.js'
import { judgeAgainst } from './previous_rules.js'
import { judgeFile, readDecpFile } from './read_file.js'
import { judgeRecord } from './record_rules.js'
import { recordsOf } from './records.js'

export type { DecpFinding } from './finding.js'

/**
 * Judges a file of essential data, JSON or XML: the national schema, then what the national
 * consolidation refuses, then what was `previous`ly published. Findings come in the order of the
 * rules; a file that is neither has one.
 */
export function checkDecp(
  bytes: Uint8Array,
  today: LocalDate,
  previous?: Uint8Array
): DecpFinding[] {
  const read = readDecpFile(bytes)
  if (read === null)
    return [error('unreadable', '', 'Ce fichier n’est ni du JSON ni du XML que l’on puisse lire.')]
  const records = recordsOf(read.file)
  const findings = [
    ...read.findings,
    ...judgeFile(read.file),
    ...records.flatMap((record) => [
      ...judgeRecord(record, today),
      ...judgeCpv(record),
      ...judgeModifications(record),
      ...judgeLate(record),
    ]),
    ...judgeTwice(records),
  ]
  if (previous === undefined) return findings
  const before = readDecpFile(previous)
  if (before === null)
    return [...findings, error('unreadable', '', 'Le fichier publié auparavant ne se lit pas.')]
  return [...findings, ...judgeAgainst(recordsOf(before.file), records)]
}
