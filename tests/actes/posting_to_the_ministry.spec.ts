import { createServer } from 'node:https'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { actesConfig } from '#config/actes'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import type { Tenant } from '#kernel/tenant'
import { ministry } from '#app/actes/gateways/ministry'
import { postingQuota } from '#app/actes/gateways/posting_quota'
import type Acte from '#app/actes/models/acte'
import { makeCertificate } from './loopback.js'
import {
  commune,
  forgetJobs,
  latestSending,
  openMinistry,
  reload,
  runDueJobs,
  signedActe,
  transmit,
  untilState,
} from './room.js'

test.group('What the server of the ministry answers on the spot', (group) => {
  let status = 200
  let received = ''
  let said = 'réponse'
  let folder: string
  group.setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halle-post-'))
    const { certFile, keyFile } = makeCertificate(folder)
    const files = { cert: readFileSync(certFile), key: readFileSync(keyFile) }
    const server = createServer(files, async (request, response) => {
      const type = request.headers['content-type']!
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const form = await new Response(Buffer.concat(parts), {
        headers: { 'content-type': type },
      }).formData()
      const file = form.get('file') as File
      received = `${file.name} ${await file.text()}`
      response.writeHead(status).end(said)
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    Object.assign(actesConfig.ministry, { urls: [`https://localhost:${port}/`], caFile: certFile })
    return async () => {
      await new Promise((closed) => server.close(closed))
      rmSync(folder, { recursive: true })
    }
  })

  test('{status} is read as {is}')
    .with([
      { status: 200, is: 'accepted' },
      { status: 400, is: 'refused' },
      { status: 413, is: 'refused' },
      { status: 401, is: 'unavailable' },
      { status: 404, is: 'unavailable' },
      { status: 302, is: 'unavailable' },
      { status: 503, is: 'unavailable' },
      { status: 500, is: 'unknown' },
    ])
    .run(async ({ assert }, one) => {
      status = one.status
      const outcome = await ministry.post('HAL-TACT--1.tar.gz', Buffer.from('archive'))
      assert.equal(outcome.is, one.is)
      assert.equal(received, 'HAL-TACT--1.tar.gz archive')
    })

  test('is kept in words that a base holds, whatever it was said with', async ({ assert }) => {
    status = 400
    said = `\0refus\u0001é ${'x'.repeat(487)}😀`
    const outcome = await ministry.post('HAL-TACT--1.tar.gz', Buffer.from('archive'))
    said = 'réponse'
    assert.equal(outcome.is, 'refused')
    if (outcome.is !== 'refused') return
    assert.match(outcome.reason, /^400 +refus é x+/)
    assert.notMatch(outcome.reason, /\p{Cc}|\p{Cs}/u)
  })

  test('a missing file of authorities stops the post before it begins', async ({ assert }) => {
    const { caFile } = actesConfig.ministry
    actesConfig.ministry.caFile = join(folder, 'nowhere.pem')
    received = ''
    const outcome = await ministry.post('HAL-TACT--1.tar.gz', Buffer.from('archive'))
    actesConfig.ministry.caFile = caFile
    assert.equal(outcome.is, 'unavailable')
    assert.equal(received, '')
  })
})

test.group('The bytes that the ministry takes within an hour', (group) => {
  group.each.setup(async () => {
    const { hourlyBytes } = actesConfig.ministry
    await systemDb().from('actes.posting_hours').delete()
    return () => {
      actesConfig.ministry.hourlyBytes = hourlyBytes
      clock.release()
    }
  })

  test('are counted, and what would pass the limit waits for the next hour', async ({ assert }) => {
    actesConfig.ministry.hourlyBytes = 100
    clock.freeze('2026-11-22T10:45:00Z')
    assert.equal(await postingQuota.take(60), 0)
    assert.equal(await postingQuota.take(60), 15 * 60)
    assert.equal(await postingQuota.take(40), 0)
    clock.freeze('2026-11-22T11:00:00Z')
    assert.equal(await postingQuota.take(60), 0)
  })

  test('are not passed by several workers at once', async ({ assert }) => {
    actesConfig.ministry.hourlyBytes = 100
    clock.freeze('2026-11-22T12:30:00Z')
    const waits = await Promise.all(Array.from({ length: 9 }, () => postingQuota.take(30)))
    assert.lengthOf(
      waits.filter((wait) => wait === 0),
      3
    )
  })

  test('are given back when they did not leave; an archive larger than all of them goes alone', async ({
    assert,
  }) => {
    actesConfig.ministry.hourlyBytes = 100
    clock.freeze('2026-11-22T13:30:00Z')
    assert.equal(await postingQuota.take(80), 0)
    await postingQuota.giveBack(80)
    assert.equal(await postingQuota.take(500), 0)
    assert.isAbove(await postingQuota.take(1), 0)
  })
})

test.group('An acte that meets the quota or a wrong password', (group) => {
  let door: Awaited<ReturnType<typeof openMinistry>>
  let kervalan: Tenant
  group.each.setup(async () => {
    await forgetJobs()
    kervalan = await commune()
    door = await openMinistry()
    await systemDb().from('actes.posting_hours').delete()
    const { hourlyBytes } = actesConfig.ministry
    return async () => {
      actesConfig.ministry.hourlyBytes = hourlyBytes
      await door.close()
    }
  })
  const latest = (acte: Acte) => latestSending(kervalan, acte)

  test('waits for its turn, whole, and leaves once', async ({ assert }) => {
    actesConfig.ministry.hourlyBytes = 1
    await postingQuota.take(1)
    const acte = await signedActe(kervalan)
    await transmit(kervalan, acte)
    await runDueJobs()
    await runDueJobs()
    const waiting = await latest(acte)
    assert.deepEqual([waiting.state, waiting.attempts], ['frozen', 0])
    assert.lengthOf(door.report().transactions, 0)
    actesConfig.ministry.hourlyBytes = 1_000_000
    await systemDb()
      .from('kernel.outbox')
      .where('name', 'actes.post')
      .update({ run_at: new Date() })
    await untilState(kervalan, acte, 'acknowledged')
    assert.lengthOf(door.report().transactions, 1)
  })

  test('does not become an anomaly because our password is wrong', async ({ assert }) => {
    actesConfig.ministry.password = 'wrong'
    const acte = await signedActe(kervalan)
    await transmit(kervalan, acte)
    await runDueJobs()
    await runDueJobs()
    assert.equal((await reload(kervalan, acte)).state, 'transmitting')
    assert.match((await latest(acte)).lastError!, /^401/)
    actesConfig.ministry.password = 'secret'
    await untilState(kervalan, acte, 'acknowledged')
  })
})
