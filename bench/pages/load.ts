import autocannon from 'autocannon'
import { PASSWORD } from './dataset.js'

export interface Load {
  requestsPerSecond: number
  p50Ms: number
  p95Ms: number
  /** Of the processes that serve, for one page, whatever else the machine does. */
  processorMs: number
}

/** Milliseconds of each answer, how long it lasted, and the processor's milliseconds. */
export interface Round {
  times: number[]
  seconds: number
  processorMs: number
}

interface Target {
  url: string
  processor(): number
}

/** What agents open, then what everybody does. */
const PATHS = {
  home: (slug: string) => `/c/${slug}`,
  list: (slug: string) => `/c/${slug}/actes`,
  register: (slug: string) => `/p/${slug}/actes`,
  project: (slug: string) => `/p/${slug}/projet`,
}
export type Kind = keyof typeof PATHS
export const KINDS = Object.keys(PATHS) as Kind[]
export const isPublic = (kind: Kind) => PATHS[kind]('').startsWith('/p/')

export interface Visitor {
  slug: string
  cookie: string
}

/** Logs people in as a browser does: page, token, form. */
export async function logIn(url: string, count: number, tenants: number): Promise<Visitor[]> {
  const visitors: Visitor[] = []
  for (let n = 0; n < count; n++) {
    const user = Math.floor((n * tenants) / count)
    const page = await fetch(`${url}/connexion`)
    const token = /name=['"]_csrf['"] value=['"]([^'"]+)/.exec(await page.text())?.[1] ?? ''
    const entered = await fetch(`${url}/connexion`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'cookie': cookieOf(page), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        _csrf: token,
        email: `agent${user}@banc.test`,
        password: PASSWORD,
      }),
    })
    const leads = entered.headers.get('location') ?? ''
    if (entered.status !== 302 || leads.includes('/connexion'))
      throw new Error(
        `agent${user} does not come in: ${entered.status}, led to ${leads || 'nothing'}`
      )
    visitors.push({ slug: `membre-${user}`, cookie: cookieOf(entered) })
  }
  return visitors
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Loads one kind of page with every visitor in turn; an answer that is not a page is an error. */
export async function load(
  { url, processor }: Target,
  kind: Kind,
  visitors: Visitor[],
  seconds: number
): Promise<Round> {
  const requests = visitors.map(({ slug, cookie }) => ({
    method: 'GET' as const,
    path: PATHS[kind](slug),
    headers: isPublic(kind) ? {} : { cookie },
  }))
  const times: number[] = []
  const before = processor()
  const run = autocannon({ url, connections: 8, duration: seconds, requests })
  run.on('response', (_client, _status, _bytes, time) => times.push(time))
  const result = await run
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${kind}: ${result.non2xx} answers were not pages`)
  return { times, seconds: result.duration, processorMs: processor() - before }
}

/** What several rounds say together. */
export function together(rounds: Round[]): Load {
  const times = rounds.flatMap((one) => one.times).sort((one, other) => one - other)
  const seconds = rounds.reduce((sum, one) => sum + one.seconds, 0)
  const processorMs = rounds.reduce((sum, one) => sum + one.processorMs, 0)
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0, 1)
  return {
    requestsPerSecond: round(times.length / seconds, 1),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    processorMs: round(processorMs / times.length, 3),
  }
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals))
