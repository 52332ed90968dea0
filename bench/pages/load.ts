import autocannon from 'autocannon'
import { PASSWORD } from './dataset.js'

export interface Load {
  requestsPerSecond: number
  p50Ms: number
  p95Ms: number
}

/** Milliseconds of each answer, and how long it lasted. */
export interface Round {
  times: number[]
  seconds: number
}

export const KINDS = ['home', 'list'] as const
export type Kind = (typeof KINDS)[number]

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
    visitors.push({ slug: `membre-${user}`, cookie: cookieOf(entered) })
  }
  return visitors
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const pathOf = (kind: string, slug: string) => (kind === 'home' ? `/c/${slug}` : `/c/${slug}/actes`)

/** Loads one kind of page with every visitor in turn; an answer that is not a page is an error. */
export async function load(
  url: string,
  kind: Kind,
  visitors: Visitor[],
  seconds: number
): Promise<Round> {
  const requests = visitors.map(({ slug, cookie }) => ({
    method: 'GET' as const,
    path: pathOf(kind, slug),
    headers: { cookie },
  }))
  const times: number[] = []
  const run = autocannon({ url, connections: 8, duration: seconds, requests })
  run.on('response', (_client, _status, _bytes, time) => times.push(time))
  const result = await run
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${kind}: ${result.non2xx} answers were not pages`)
  return { times, seconds: result.duration }
}

/** What several rounds say together. */
export function together(rounds: Round[]): Load {
  const times = rounds.flatMap((one) => one.times).sort((one, other) => one - other)
  const seconds = rounds.reduce((sum, one) => sum + one.seconds, 0)
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0)
  return { requestsPerSecond: round(times.length / seconds), p50Ms: at(0.5), p95Ms: at(0.95) }
}

const round = (value: number) => Math.round(value * 10) / 10
