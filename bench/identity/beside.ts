import { setTimeout as sleep } from 'node:timers/promises'
import { logIn, type Visitor } from '../pages/load.js'
import { signIn } from './sign_in.js'

/** 3,000 in an hour, as on the evening before an enrolment closes. */
const SIGN_INS_A_SECOND = 3000 / 3600
const INSTRUCTORS = 40
/** Each reads a page this often. */
const READING_MS = 5_000
const LASTS_MS = 60_000

/** Milliseconds at the 95th percentile, and of how many. */
interface Told {
  count: number
  p95Ms: number
}

/**
 * A minute of that evening: people come by FranceConnect at that pace, while 40 agents read the home
 * and the list of actes of their member. What each of them waits, in the same processes.
 */
export async function besideInstructors(
  url: string,
  begin: string,
  logins: string[],
  tenants: number
): Promise<{ signIns: Told; pages: Told }> {
  const agents = await logIn(url, INSTRUCTORS, tenants)
  const until = performance.now() + LASTS_MS
  const pages: number[] = []
  const reading = agents.map((agent, n) => read(url, agent, n, until, pages))
  const coming: Promise<number>[] = []
  for (let n = 0; performance.now() < until; n++) {
    coming.push(signIn(begin, logins[n % logins.length]))
    await sleep(1000 / SIGN_INS_A_SECOND)
  }
  const signIns = await Promise.all(coming)
  await Promise.all(reading)
  return { signIns: told(signIns), pages: told(pages) }
}

async function read(url: string, agent: Visitor, n: number, until: number, times: number[]) {
  // They do not all turn their page at once
  await sleep((n / INSTRUCTORS) * READING_MS)
  for (let page = n; performance.now() < until; page++) {
    const from = performance.now()
    const path = page % 2 ? `/c/${agent.slug}/actes` : `/c/${agent.slug}`
    const answer = await fetch(url + path, { headers: { cookie: agent.cookie } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.text()
    times.push(performance.now() - from)
    await sleep(READING_MS)
  }
}

function told(times: number[]): Told {
  const sorted = times.toSorted((a, b) => a - b)
  return { count: times.length, p95Ms: Math.round(sorted[Math.floor(times.length * 0.95)]) }
}
