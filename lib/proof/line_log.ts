import { canonicalJson } from './canonical_json.js'
import { hashLine, summaryOf, type BatchLine } from './batch.js'
import type { JournalEntry } from './entry.js'
import type { Finding } from './finding.js'
import { closed, isHash, isRecord, isSize, isText } from './shapes.js'
import { isSignedLine, isWellSigned } from './signed_look.js'

/** What a file of that role says is checked line by line, where its digest says only that it changed. */
export const LINE_LOG = 'line-log'

/** One line of a log: of which batch, at which rank from 0, what it says and its hash. */
interface LogLine extends BatchLine {
  batch: string
  rank: number
  hash: string
}

/** Lines that one entry of the journal sums up; `batch` is the subject of that entry. */
export interface LoggedBatch {
  batch: string
  lines: BatchLine[]
}

/** The text of a log: a canonical JSON a line, in order. Its entries bear the summary of each batch. */
export const writeLineLog = (batches: LoggedBatch[]): string =>
  batches
    .flatMap(({ batch, lines }) =>
      lines.map((line, rank) => canonicalJson({ ...line, batch, rank, hash: hashLine(line) }))
    )
    .map((line) => `${line}\n`)
    .join('')

const isLine = closed({ batch: isText, data: isRecord, hash: isHash, id: isText, rank: isSize })

/**
 * Names each line of a log that was altered, removed, added or moved since the journal summed it up.
 * `entries` are those of the bundle: the batches that they sum up are all expected, and no other.
 */
export function checkLineLog(name: string, text: string, entries: JournalEntry[]): Finding[] {
  const sums = entries.filter(({ data }) => isSize(data.lines) && 'root' in data)
  const batches = new Map(sums.map((entry) => [entry.subject.id, [] as LogLine[]]))
  const troubles: string[] = []
  let before = -1
  const order = [...batches.keys()]
  for (const [index, written] of text.split('\n').slice(0, -1).entries()) {
    const place = `La ligne n° ${index + 1} de « ${name} »`
    const line = readLine(written)
    const batch = line && batches.get(line.batch)
    if (!line) troubles.push(`${place} ne se lit pas : elle a été modifiée.`)
    else if (!batch) troubles.push(`${place} n’est d’aucune période que le journal résume.`)
    else {
      if (hashLine({ id: line.id, data: line.data }) !== line.hash)
        troubles.push(`${place} a été modifiée.`)
      else if (isSignedLine(line) && !isWellSigned(line))
        troubles.push(`${place} n’est pas signée par la sonde qu’elle nomme.`)
      const at = order.indexOf(line.batch)
      if (at < before || (batch.length > 0 && line.rank <= batch.at(-1)!.rank))
        troubles.push(`${place} n’est pas à sa place, ou y est deux fois.`)
      before = Math.max(before, at)
      batch.push(line)
    }
  }
  if (text !== '' && !text.endsWith('\n')) troubles.push(`« ${name} » est coupé à sa fin.`)
  for (const entry of sums)
    troubles.push(...troublesOfBatch(entry, batches.get(entry.subject.id)!, troubles.length > 0))
  if (troubles.length > 0)
    return troubles.map((says) => ({ outcome: 'failed', code: 'log_line', text: says }))
  const lines = [...batches.values()].flat()
  const signed = lines.filter(isSignedLine).length
  const outside = signed > 0 ? ` ${signed} sont signées par une sonde du dehors.` : ''
  const says = `Les ${lines.length} lignes de « ${name} » sont celles que le journal a résumées, chacune à sa place.${outside}`
  return [{ outcome: 'ok', code: 'log', text: says }]
}

/** Null for what is no line of ours, or not written as we write it. */
function readLine(written: string): LogLine | null {
  try {
    const value: unknown = JSON.parse(written)
    return isLine(value) && canonicalJson(value) === written ? (value as LogLine) : null
  } catch {
    return null
  }
}

/** What lacks in a batch; its root is told of only where no line of the log is accused already. */
function troublesOfBatch(entry: JournalEntry, lines: LogLine[], isAccused: boolean): string[] {
  const { from, to, lines: count, root } = entry.data
  const period = `de la période du ${String(from)} au ${String(to)}`
  const ranks = new Set(lines.map(({ rank }) => rank))
  const missing = Array.from({ length: Number(count) }, (_, rank) => rank)
    .filter((rank) => !ranks.has(rank))
    .map((rank) => `La mesure n° ${rank + 1} ${period} manque.`)
  const extra = lines
    .filter(({ rank }) => rank >= Number(count))
    .map(({ rank }) => `La mesure n° ${rank + 1} ${period} a été ajoutée.`)
  if (missing.length + extra.length > 0 || isAccused || lines.length === 0)
    return [...missing, ...extra]
  const found = summaryOf(lines.map(({ hash }) => hash)).root
  return found === root
    ? []
    : [
        `Une mesure ${period} a été modifiée, et son empreinte refaite : le journal en garde une autre.`,
      ]
}
