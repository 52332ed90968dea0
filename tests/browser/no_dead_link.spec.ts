import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import type User from '#kernel/people/user'
import { place } from '#tests/world/world'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { forgetAttempts } from '../identity/visitor.js'
import { everyPage } from './pages.js'

/** Links that are looked at for each person: lists repeat theirs. */
const MOST = 150

/** A provider of identities is another house, which its own specs go to. */
const LEADS_OUT = /^\/connexion\/avec\//

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*?href="(\/[^"#]*)/g)]
    .map(([, href]) => href.replaceAll('&amp;', '&'))
    .filter((href) => !LEADS_OUT.test(href))

/** One address of each shape: a hundred actes are one page. */
const shapeOf = (href: string) =>
  href.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '?')

/** What the work that others left took away meanwhile is no dead link: its page does not show it any more. */
async function isStillShown(
  context: BrowserContext,
  { path, from }: { path: string; from: string }
) {
  if (from === 'start') return true
  const page = await context.request.get(from, { headers: { accept: 'text/html' } })
  return linksIn(await page.text()).includes(path)
}

test.group('Every link of every page', (group) => {
  // A crawl asks faster than a person, and other specs have asked before it
  group.each.setup(async () => void (await forgetAttempts()))
  group.teardown(closeBrowser)

  /** Follows the links of some pages, as one person; gives those that lead nowhere. */
  async function crawl(context: BrowserContext, starts: string[]): Promise<string[]> {
    const [seen, dead] = [new Set<string>(), [] as string[]]
    const waiting = starts.map((path) => ({ path, from: 'start' }))
    for (let next = waiting.shift(); next && seen.size < MOST; next = waiting.shift()) {
      const shape = shapeOf(next.path)
      if (seen.has(shape)) continue
      seen.add(shape)
      const answer = await context.request.get(next.path, { headers: { accept: 'text/html' } })
      if (answer.status() >= 400 && (await isStillShown(context, next)))
        dead.push(`${next.from} -> ${next.path}: ${answer.status()}`)
      if (!answer.headers()['content-type']?.startsWith('text/html')) continue
      const { path: from } = next
      waiting.push(...linksIn(await answer.text()).map((path) => ({ path, from })))
    }
    return dead
  }

  test('leads somewhere, for whoever is signed in and for whoever is not', async ({ assert }) => {
    const people = new Map<User | undefined, string[]>()
    for (const { as, path, status = 200, session } of await everyPage()) {
      if (status !== 200 || session) continue
      people.set(as, [...(people.get(as) ?? []), path])
    }
    await place('kervalan')
    people.get(undefined)!.push('/p/kervalan', '/p/saint-orven')
    const dead: string[] = []
    for (const [user, starts] of people) {
      const context = await windowOn('light')
      if (user) await signIn(context, user)
      dead.push(...(await crawl(context, starts)))
      await context.close()
    }
    assert.deepEqual(dead, [])
  }).timeout(300_000)

  test('leads from the former addresses to the present ones', async ({ assert }) => {
    const context = await windowOn('light')
    const answer = await context.request.get('/p/landreval/territory/donnees?a=b', {
      maxRedirects: 0,
    })
    assert.equal(answer.status(), 301)
    assert.equal(answer.headers().location, '/p/landreval/projet/donnees?a=b')
    await context.close()
  })
})
