import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { distinct, pdfsUnder, type Pdf } from '../bin/journey/pdfs.js'
import { readBatch } from './pdfs/batch.js'
import type { Outcome } from './pdfs/outcome.js'

const BATCH = 25

/**
 * Signs then stamps every distinct PDF of the folders of PDFS (separated by `:`), and compares what
 * comes out with what went in: words, pixels outside of the marks, pdfsig, qpdf and our own reader.
 * Each outcome is kept at once in `PDFS_OUT` (tmp/pdfs by default), so that a run that was stopped
 * goes on from there. Limits: no crash, no difference.
 */
export default async function bench(): Promise<Record<string, unknown>> {
  const folders = (process.env.PDFS ?? '').split(':').filter(Boolean)
  if (folders.length === 0) throw new Error('Dites où sont les PDF : PDFS=dossier[:dossier].')
  const out = resolve(process.env.PDFS_OUT ?? join('tmp', 'pdfs'))
  mkdirSync(out, { recursive: true })
  const log = join(out, 'outcomes.jsonl')
  const { pdfs, duplicates } = await distinct(folders.flatMap((folder) => pdfsUnder(folder)))
  const known = outcomesIn(log)
  const waiting = pdfs.filter(({ sha256 }) => !known.has(sha256))
  const keep = (outcome: Outcome) => {
    known.set(outcome.sha256, outcome)
    appendFileSync(log, `${JSON.stringify(outcome)}\n`)
  }
  const lane = async (rank: number) => {
    while (waiting.length > 0)
      await readBatch(waiting.splice(0, BATCH), join(out, String(rank)), keep)
  }
  await Promise.all(
    Array.from({ length: Math.min(2, availableParallelism()) }, (_, rank) => lane(rank))
  )
  return summary(pdfs, known, duplicates.length)
}

function outcomesIn(log: string): Map<string, Outcome> {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []
  return new Map(lines.map((line) => JSON.parse(line) as Outcome).map((one) => [one.sha256, one]))
}

function summary(pdfs: Pdf[], known: Map<string, Outcome>, duplicates: number) {
  const outcomes = pdfs.flatMap(({ sha256 }) => known.get(sha256) ?? [])
  const of = (state: Outcome['state']) => outcomes.filter((one) => one.state === state)
  const counted = (list: string[]) =>
    Object.fromEntries(
      [...new Set(list)]
        .toSorted()
        .map((one) => [one, list.filter((other) => other === one).length])
    )
  return {
    distinct: pdfs.length,
    duplicates,
    accepted: of('accepted').length,
    refused: counted(of('refused').map((one) => `${one.step} ${one.code}`)),
    crashed: of('crashed').map(({ path, step, reason }) => ({ path, step, reason })),
    different: of('accepted')
      .filter(({ differences }) => differences.length > 0)
      .map(({ path, differences }) => ({ path, differences })),
    unsteady: of('accepted')
      .filter((one) => (one.unsteady ?? []).length > 0)
      .map(({ path, unsteady }) => ({ path, unsteady })),
    ourReader: counted(of('accepted').map(({ status }) => status!)),
    slowest: outcomes
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, 5)
      .map(({ path, ms }) => ({ path, ms })),
  }
}
