import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { post } from '#app/webhooks/sending/post'
import { resolveOnce } from '#app/webhooks/sending/resolve'
import { answering, openReceiver } from './receiver.js'

const HERE = [{ address: '127.0.0.1', family: 4 as const }]
const headers = { 'content-type': 'application/json' }

test.group('Posting a message', (group) => {
  let receiver: Awaited<ReturnType<typeof openReceiver>>
  group.each.setup(async () => {
    receiver = await openReceiver()
    return () => receiver.close()
  })
  const posted = (limitMs?: number, url = receiver.url) =>
    post({ url: new URL(url), addresses: HERE, headers, body: '{"é":1}' }, { limitMs })

  test('brings its bytes, and the status back', async ({ assert }) => {
    const result = await posted()
    assert.deepInclude(result, { outcome: 'answered', status: 204, excerpt: null, retryAfter: 0 })
    assert.equal(receiver.received[0].body, '{"é":1}')
    assert.equal(receiver.received[0].headers['content-length'], '8')
  })

  test('follows no redirection', async ({ assert }) => {
    receiver.answers(answering(302, '', { location: receiver.url }))
    assert.deepInclude(await posted(), { outcome: 'answered', status: 302 })
    assert.lengthOf(receiver.received, 1)
  })

  test('keeps the beginning of an answer, as a text that can be shown', async ({ assert }) => {
    receiver.answers(answering(500, `\0\u001b[31mnon\u202e${'é'.repeat(2000)}`))
    const { excerpt } = await posted()
    assert.isTrue(excerpt!.startsWith('\u{FFFD}\u{FFFD}[31mnon\u{FFFD}é'))
    assert.lengthOf(Array.from(excerpt!), 500)
  })

  test('reads no more than the beginning of an answer that never ends', async ({ assert }) => {
    receiver.answers((response) => {
      response.writeHead(200)
      const more = () => response.writable && response.write('x'.repeat(65_536), () => more())
      more()
    })
    assert.deepInclude(await posted(), { status: 200, excerpt: 'x'.repeat(500) })
  })

  test('takes the status of an answer whose text breaks off', async ({ assert }) => {
    receiver.answers((response, request) => {
      response.writeHead(200)
      response.write('presque', () => request.socket.end())
    })
    assert.deepInclude(await posted(), { outcome: 'answered', status: 200, excerpt: 'presque' })
  })

  test('does not wait for whoever says nothing', async ({ assert }) => {
    receiver.answers(() => undefined)
    assert.deepInclude(await posted(50), { outcome: 'timeout', status: null })
  })

  test('says that nobody listens', async ({ assert }) => {
    const { port } = receiver
    await receiver.close()
    assert.deepInclude(await posted(undefined, `http://127.0.0.1:${port}/`), {
      outcome: 'unreachable',
    })
  })

  test('takes no gibberish for an answer', async ({ assert }) => {
    const server = createServer((socket) => socket.end('bonjour\r\n\r\n'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    assert.deepInclude(await posted(undefined, `http://127.0.0.1:${port}/`), { outcome: 'broken' })
    server.close()
  })

  test('connects to the addresses that were judged, and asks for no others', async ({ assert }) => {
    // No server of names knows it: what was judged is what is connected to
    const result = await posted(undefined, `http://recepteur.exemple.invalid:${receiver.port}/`)
    assert.deepInclude(result, { outcome: 'answered', status: 204 })
    assert.equal(receiver.received[0].headers.host, `recepteur.exemple.invalid:${receiver.port}`)
  })
})

test.group('Where the name of a receiver leads', () => {
  const to =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: (address.includes(':') ? 6 : 4) as 4 | 6 }))
  const url = new URL('https://recepteur.exemple.fr/')

  test('is the internet, or nothing is sent', async ({ assert }) => {
    assert.deepEqual(await resolveOnce(url, [], to('8.8.8.8')), {
      addresses: [{ address: '8.8.8.8', family: 4 }],
    })
    for (const inside of ['127.0.0.1', '10.0.0.8', '169.254.169.254', '::1', '::ffff:127.0.0.1'])
      assert.deepEqual(
        await resolveOnce(url, [], to(inside)),
        { outcome: 'private_address' },
        inside
      )
  })

  test('is condemned by one address inside', async ({ assert }) => {
    const both = to('8.8.8.8', '192.168.0.1')
    assert.deepEqual(await resolveOnce(url, [], both), { outcome: 'private_address' })
  })

  test('may be inside where the operator allows it', async ({ assert }) => {
    const resolved = await resolveOnce(url, ['recepteur.exemple.fr'], to('10.0.0.8'))
    assert.property(resolved, 'addresses')
  })

  test('is asked once', async ({ assert }) => {
    let asked = 0
    const changing = async () => {
      asked += 1
      return [{ address: asked === 1 ? '8.8.8.8' : '127.0.0.1', family: 4 as const }]
    }
    assert.deepEqual(await resolveOnce(url, [], changing), {
      addresses: [{ address: '8.8.8.8', family: 4 }],
    })
    assert.equal(asked, 1)
  })

  test('is unknown when no server of names knows it', async ({ assert }) => {
    const lost = async () => {
      throw new Error('ENOTFOUND')
    }
    assert.deepEqual(await resolveOnce(url, [], lost), { outcome: 'unknown_host' })
    const literal = new URL('https://[::1]/')
    assert.deepEqual(await resolveOnce(literal, [], lost), { outcome: 'private_address' })
  })
})
