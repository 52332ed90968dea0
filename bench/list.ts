import { ensureBuild } from '../bin/setup/build.mjs'
import { ensureLists, FEW, LISTS, MANY } from './list/dataset.js'
import { logIn, type Visitor } from './pages/load.js'
import { startProgram } from './pages/program.js'
import { environmentFor } from './support/database.js'

const ROUNDS = 40
const WARM = 10

type Questions = Record<string, string>

/** What is asked of the list of actes: its orders, its filters, its dates. */
const ACTES: Questions = {
  newest: '',
  byObjet: '?tri=objet',
  byNumero: '?tri=-numero',
  byDecision: '?tri=-decision',
  byChange: '?tri=-change',
  filtered: '?etat=draft&tri=objet',
  between: '?decision_du=2026-03-01&decision_au=2026-03-31&tri=-decision',
}

const MARCH = (name: string) => `${name}_du=2026-03-01&${name}_au=2026-03-31&tri=-${name}`

/** The same of every other list of a member that may grow so long, under its address. */
const OTHERS: Record<string, { path: string; questions: Questions }> = {
  folders: {
    path: '/parapheur',
    questions: {
      newest: '?vue=all',
      byTitle: '?vue=all&tri=dossier',
      bySince: '?vue=all&tri=depuis',
      filtered: '?vue=all&etat=in_progress',
      between: `?vue=all&${MARCH('ouvert')}`,
    },
  },
  deposits: {
    path: '/archives',
    questions: {
      newest: '',
      byTitle: '?tri=dossier',
      byMoment: '?tri=demande',
      filtered: '?etat=failed',
      between: `?${MARCH('demande')}`,
    },
  },
  invoices: {
    path: '/factures',
    questions: {
      newest: '',
      byDue: '?tri=echeance',
      byDeposit: '?tri=recue',
      filtered: '?etat=available',
      between: `?${MARCH('recue')}`,
    },
  },
  consultations: {
    path: '/marches',
    questions: {
      newest: '',
      byReference: '?tri=reference',
      byHour: '?tri=limite',
      filtered: '?etat=draft',
    },
  },
}

/**
 * The lists of a member that has 100,000 lines in each, next to one that has 100, in the same
 * program, a question to each in turn: the ratio of their medians, question by question.
 */
export default async function list(): Promise<Record<string, unknown>> {
  ensureBuild(process.env)
  await ensureLists()
  const env = { ...environmentFor(LISTS), WEB_PROCESSES: '1' }
  const program = await startProgram('build/bin/server.js', env, '/health/live')
  try {
    const visitors = await logIn(program.url, 2, 2)
    const measured = await measure(program.url, visitors, '/actes', ACTES)
    const lists: Record<string, unknown> = {}
    for (const [name, { path, questions }] of Object.entries(OTHERS)) {
      lists[name] = await measure(program.url, visitors, path, questions)
    }
    return { few: FEW, many: MANY, ...measured, lists, aims: { ratio: '<= 1.5' } }
  } finally {
    await program.stop()
  }
}

async function measure(origin: string, visitors: Visitor[], path: string, questions: Questions) {
  const measured: Record<string, { fewMs: number; manyMs: number; ratio: number }> = {}
  for (const [name, query] of Object.entries(questions)) {
    const times: number[][] = [[], []]
    for (let round = 0; round < WARM + ROUNDS; round++) {
      for (const [n, { slug, cookie }] of visitors.entries()) {
        const taken = await timeOf(`${origin}/c/${slug}${path}${query}`, cookie)
        if (round >= WARM) times[n].push(taken)
      }
    }
    const [few, many] = times.map(median)
    measured[name] = { fewMs: few, manyMs: many, ratio: round2(many / few) }
  }
  return measured
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
