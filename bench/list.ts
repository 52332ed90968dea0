import { ensureBuild } from '../bin/setup/build.mjs'
import { ensureLists, FEW, LISTS, MANY } from './list/dataset.js'
import { logIn } from './pages/load.js'
import { startProgram } from './pages/program.js'
import { environmentFor } from './support/database.js'

const ROUNDS = 60
const WARM = 15

/** What is asked of a list: its orders, its pages far away, its filters, its file. */
const QUESTIONS = {
  newest: '',
  byObjet: '?tri=objet',
  byNumero: '?tri=-numero',
  byDecision: '?tri=-decision',
  byChange: '?tri=-change',
  filtered: '?etat=draft&tri=objet',
  between: '?decision_du=2026-03-01&decision_au=2026-03-31&tri=-decision',
}

/**
 * The list of actes of a member that has 100,000 of them, next to one that has 100, in the same
 * program, a question to each in turn: the ratio of their medians, question by question.
 */
export default async function list(): Promise<Record<string, unknown>> {
  ensureBuild(process.env)
  await ensureLists()
  const env = { ...environmentFor(LISTS), WEB_PROCESSES: '1' }
  const program = await startProgram('build/bin/server.js', env, '/health/live')
  try {
    const visitors = await logIn(program.url, 2, 2)
    const measured: Record<string, unknown> = {}
    for (const [name, query] of Object.entries(QUESTIONS)) {
      const times: number[][] = [[], []]
      for (let round = 0; round < WARM + ROUNDS; round++) {
        for (const [n, { slug, cookie }] of visitors.entries()) {
          const taken = await timeOf(`${program.url}/c/${slug}/actes${query}`, cookie)
          if (round >= WARM) times[n].push(taken)
        }
      }
      const [few, many] = times.map(median)
      measured[name] = { fewMs: few, manyMs: many, ratio: round2(many / few) }
    }
    return { few: FEW, many: MANY, ...measured, aims: { ratio: '<= 1.5' } }
  } finally {
    await program.stop()
  }
}

async function timeOf(url: string, cookie: string): Promise<number> {
  const from = performance.now()
  const answer = await fetch(url, { headers: { cookie } })
  const page = await answer.text()
  if (!answer.ok || !page.includes('data-line=')) {
    const title = /<title>([^<]*)/.exec(page)?.[1]?.trim()
    throw new Error(`${url} is no list: ${answer.status}, « ${title} » at ${answer.url}`)
  }
  return performance.now() - from
}

const round2 = (value: number) => Math.round(value * 100) / 100
const median = (times: number[]) => round2(times.sort((a, b) => a - b)[times.length >> 1])
