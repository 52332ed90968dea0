import { test } from '@japa/runner'
import limiter from '@adonisjs/limiter/services/main'
import { gatekeeper } from '#web/api/gate'
import { callsKey } from '#web/api/rate'
import { davScene } from './support/webdav.js'

const MOST_CALLS = 3_000

/** A body that says no length and does not end before `bytes`. */
function* endless(bytes: number) {
  for (let sent = 0; sent < bytes; sent += 65_536) yield Buffer.alloc(65_536, 'a')
}

test.group('What a program may ask by WebDAV', () => {
  test('is a text of one megabyte at most, whatever length it says', async ({ assert }) => {
    const { root, login } = await davScene()
    const { user, password } = login
    const answer = await fetch(`${root}/`, {
      method: 'PROPFIND',
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      },
      body: ReadableStream.from(endless(2_000_000)) as never,
      duplex: 'half',
    } as RequestInit)
    assert.equal(answer.status, 413)
    assert.equal(await answer.text(), 'Cette demande est trop longue.')
  })

  test('is counted by the minute, and told when to come back', async ({ assert }) => {
    const { ask, login } = await davScene()
    const first = await ask('PROPFIND', '/', { depth: '0' })
    assert.equal(first.headers.get('ratelimit-remaining'), String(MOST_CALLS - 1))
    const said = Buffer.from(`${login.user}:${login.password}`).toString('base64')
    const { tokenId } = (await gatekeeper().holderOf(`Basic ${said}`))!
    const counter = limiter.use({ requests: MOST_CALLS, duration: 60 })
    await counter.set(callsKey(tokenId), MOST_CALLS)
    const late = await ask('PROPFIND', '/', { depth: '0' })
    assert.equal(late.status, 429)
    assert.isAbove(Number(late.headers.get('retry-after')), 0)
  })

  test('is a fault of the program when no base can hold an address, wherever it says it', async ({
    assert,
  }) => {
    const { ask, root } = await davScene()
    await ask('PUT', '/la.txt', {}, 'un')
    const said: string[] = []
    const methods = ['GET', 'PUT', 'DELETE', 'MKCOL', 'PROPFIND', 'PROPPATCH', 'LOCK', 'UNLOCK']
    for (const bad of ['%00', 'a%00b', '%EF%BF%BF', '%ED%A0%80', '%']) {
      const to = { destination: `${root}/${bad}` }
      for (const method of methods) said.push(String((await ask(method, `/${bad}`)).status))
      for (const method of ['COPY', 'MOVE']) {
        said.push(String((await ask(method, '/la.txt', to)).status))
        said.push(String((await ask(method, `/${bad}`, { destination: `${root}/b` })).status))
      }
      said.push(String((await ask('GET', '/la.txt', { if: `<${root}/${bad}> (<a:b>)` })).status))
    }
    assert.deepEqual([...new Set(said)], ['400'])
    assert.equal((await ask('GET', '/la.txt')).text, 'un')
  })
})
