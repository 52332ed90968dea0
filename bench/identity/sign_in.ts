/** Milliseconds of one sign-in, from the press of the button to the page behind the door. */
export async function signIn(begin: string, login: string): Promise<number> {
  const from = performance.now()
  const out = await fetch(begin, { redirect: 'manual' })
  const cookie = out.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  await out.arrayBuffer()
  const page = await fetch(locationOf(out), { redirect: 'manual' })
  const [, action] = /action="([^"]+)"/.exec(await page.text()) ?? []
  const chosen = await fetch(new URL(action, page.url), {
    method: 'POST',
    body: new URLSearchParams({ login }),
    redirect: 'manual',
  })
  await chosen.arrayBuffer()
  const back = await fetch(locationOf(chosen), { headers: { cookie }, redirect: 'manual' })
  const text = await back.text()
  const leads = back.headers.get('location')
  if (back.status !== 302 || leads !== '/moi') {
    const words = /<h1[^>]*>([^<]*)/.exec(text)?.[1]?.trim()
    throw new Error(`${login} does not come in: ${back.status}, led to ${leads}, « ${words} »`)
  }
  return performance.now() - from
}

function locationOf(answer: Response): string {
  const location = answer.headers.get('location')
  if (!location) throw new Error(`${answer.url} leads nowhere: ${answer.status}`)
  return location
}

/** Several at once, each person of `logins` in turn; the milliseconds of each, and of all together. */
export async function signInAll(begin: string, logins: string[], lanes: number) {
  const waiting = [...logins]
  const times: number[] = []
  const from = performance.now()
  const lane = async () => {
    for (let login = waiting.pop(); login; login = waiting.pop())
      times.push(await signIn(begin, login))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return { times, seconds: (performance.now() - from) / 1000 }
}
