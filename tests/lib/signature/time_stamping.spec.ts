import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { TimestampUnavailable, timestampSource } from '#lib/signature'
import { integer, sequence } from '#lib/signature/der_writer'
import { parseTimestampToken, timestampRequest } from '#lib/signature/timestamp_token'
import { start } from '../../../simulators/tsa/index.js'
import { demoSigners, signWith } from './demo_signers.js'
import { samplePdf } from './sample_pdf.js'

const NOBODY = 'http://127.0.0.1:9/'
const dated = Buffer.from('une signature')

test.group('Asking for a time-stamp', () => {
  test('the token dates the bytes, now', async ({ assert }) => {
    const { timestamp } = await demoSigners()
    const token = parseTimestampToken(await timestamp(dated))
    assert.isTrue(token.imprint.equals(createHash('sha256').update(dated).digest()))
    assert.closeTo(token.time.getTime(), Date.now(), 5000)
  })

  test('the next authority is asked when the first does not answer', async ({ assert }) => {
    const { tsaUrl } = await demoSigners()
    const source = timestampSource({ urls: [NOBODY, tsaUrl] })
    assert.isAbove((await source(dated)).length, 1000)
  })

  test('fails with what each authority said when none answers', async ({ assert }) => {
    const failure = await timestampSource({ urls: [NOBODY] })(dated).catch((error) => error)
    assert.instanceOf(failure, TimestampUnavailable)
    assert.equal(failure.status, 503)
    assert.match(String(failure.details.failures[0]), /127\.0\.0\.1:9/)
  })

  test('gives up on an authority that keeps silent', async ({ assert }) => {
    await withServer(
      () => undefined,
      async (url) => {
        const source = timestampSource({ urls: [url], timeoutMs: 100 })
        await assert.rejects(() => source(dated), /Aucune autorité d’horodatage/)
      }
    )
  })

  test('asks again once when the connection is cut before the answer', async ({ assert }) => {
    const { tsaUrl } = await demoSigners()
    let asked = 0
    const server = createServer(async (request, response) => {
      if (++asked === 1) return request.socket.destroy()
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part)
      response.end(await askDirectly(tsaUrl, Buffer.concat(parts)))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    assert.isAbove((await timestampSource({ urls: [url] })(dated)).length, 1000)
    assert.equal(asked, 2)
    server.close()
  })

  test('refuses a token made for another request', async ({ assert }) => {
    const { tsaUrl } = await demoSigners()
    const other = await askDirectly(tsaUrl, timestampRequest(createHash('sha256').digest()).der)
    await withServer(
      () => other,
      async (url) => {
        const failure = await timestampSource({ urls: [url] })(dated).catch((error) => error)
        assert.match(String(failure.details.failures[0]), /another document/)
      }
    )
  })

  test('refuses an old token for the same bytes, by its nonce', async ({ assert }) => {
    const { tsaUrl } = await demoSigners()
    const imprint = createHash('sha256').update(dated).digest()
    const replayed = await askDirectly(tsaUrl, timestampRequest(imprint).der)
    await withServer(
      () => replayed,
      async (url) => {
        const failure = await timestampSource({ urls: [url] })(dated).catch((error) => error)
        assert.match(String(failure.details.failures[0]), /another request/)
      }
    )
  })

  test('reports a refusal of the authority', async ({ assert }) => {
    await withServer(
      () => sequence(sequence(integer(2))),
      async (url) => {
        const failure = await timestampSource({ urls: [url] })(dated).catch((error) => error)
        assert.match(String(failure.details.failures[0]), /status 2/)
      }
    )
  })

  test('a signature is not put when no authority answers', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const pdf = await samplePdf()
    const attempt = () => signWith(pdf, mayor, { timestamp: timestampSource({ urls: [NOBODY] }) })
    await assert.rejects(attempt, /n’a pas été apposée/)
  })
})

test.group('The time-stamp authority of the simulator', () => {
  test('refuses what is no request', async ({ assert }) => {
    const { tsaUrl } = await demoSigners()
    const answer = await askDirectly(tsaUrl, Buffer.from('bonjour'))
    assert.equal(answer.toString('hex', 2, 7), '3007020102')
  })

  test('never gives a serial number twice, even after a restart', async ({ assert }) => {
    const { pki, directory } = await demoSigners()
    const dataDir = join(directory, 'restarted')
    const serials: string[] = []
    for (let run = 0; run < 2; run++) {
      const files = { keyFile: pki.tsaKeyFile, certificateFile: pki.tsaCertificateFile }
      const tsa = await start({ dataDir, ...files })
      const source = timestampSource({ urls: [tsa.url] })
      const tokens = await Promise.all(Array.from({ length: 5 }, () => source(dated)))
      serials.push(...tokens.map((der) => parseTimestampToken(der).serial))
      await tsa.stop()
    }
    assert.lengthOf(new Set(serials), 10)
    assert.equal(await readFile(join(dataDir, 'tsa', 'serial'), 'utf8'), '2000')
  })
})

async function askDirectly(url: string, request: Buffer): Promise<Buffer> {
  const response = await fetch(url, { method: 'POST', body: new Uint8Array(request) })
  return Buffer.from(await response.arrayBuffer())
}

async function withServer(answer: () => Buffer | undefined, use: (url: string) => Promise<void>) {
  const server = createServer((_, response) => {
    const bytes = answer()
    if (bytes) response.end(bytes)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
