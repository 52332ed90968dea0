import { createServer } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import encryption from '@adonisjs/core/services/encryption'
import { test } from '@japa/runner'
import { saveSettings } from '#kernel/settings'
import { platform } from '#app/invoicing/gateways/platform'
import type { PlatformAccount } from '#app/invoicing/gateways/platform_call'
import { sendFile } from '#app/invoicing/sending/send_file'
import { isSigned } from '#lib/einvoice/flows'
import { townHall } from '#tests/parapheur/town_hall'
import { PLATFORM_CLIENT, start } from '../../simulators/platform/index.js'
import { SCENARIOS, type Scenario } from '../../simulators/platform/scenarios.js'
import { facturX } from './chorus_world.js'

type Simulated = Awaited<ReturnType<typeof start>>
type Heard = { payload: string; signature: string; timestamp: string }

let rank = 0

test.group('The flows of an approved platform', (group) => {
  let folder: string
  let there: Simulated
  let account: PlatformAccount

  group.each.setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halle-platform-'))
    there = await start({ dataDir: folder })
    account = {
      url: `${there.url}/flow-service`,
      oauthUrl: `${there.url}/oauth/token`,
      ...PLATFORM_CLIENT,
    }
    return async () => {
      await there.stop()
      rmSync(folder, { recursive: true })
    }
  })

  const invoice = () => facturX('21350901100010', `F-${Date.now()}-${++rank}`)
  const flow = async (more: object = {}) => ({
    name: 'facture.pdf',
    syntax: 'Factur-X' as const,
    trackingId: `suivi-${++rank}`,
    processingRule: 'B2B' as const,
    bytes: await invoice(),
    ...more,
  })
  const sent = async (more: object = {}) => {
    const answer = await platform.sendOnce(account, await flow(more))
    if (answer.is !== 'said') throw new Error(answer.says)
    return answer.value.flowId
  }

  /** What the platform says of a flow, once it has looked at it. */
  async function acknowledged(flowId: string) {
    for (;;) {
      const answer = await platform.look(account, flowId)
      if (answer.is !== 'said') throw new Error(answer.says)
      if (answer.value.acknowledgement.status !== 'Pending') return answer.value.acknowledgement
      await new Promise((done) => setTimeout(done, 20))
    }
  }
  const reasonOf = async (flowId: string) => (await acknowledged(flowId)).details?.[0].reasonCode

  test('an invoice is sent, looked at, found again, and its bytes come back', async ({
    assert,
  }) => {
    const bytes = await invoice()
    const flowId = await sent({ bytes, trackingId: 'mien' })
    assert.deepEqual(await acknowledged(flowId), { status: 'Ok' })
    const found = await platform.search(account, { trackingId: 'mien', ackStatus: 'Ok' })
    assert.deepEqual(found.is === 'said' && found.value.map((one) => one.flowId), [flowId])
    const back = await platform.download(account, flowId)
    assert.isTrue(back.is === 'said' && back.value.equals(bytes))
  })

  test('what is wrong with a flow is said by its code', async ({ assert }) => {
    const bytes = await invoice()
    assert.isUndefined(await reasonOf(await sent({ bytes })))
    assert.equal(await reasonOf(await sent({ bytes })), 'AlreadyExistingFlow')
    assert.equal(await reasonOf(await sent({ bytes: Buffer.alloc(0) })), 'EmptyFlow')
    assert.equal(await reasonOf(await sent({ bytes: Buffer.from('<x/>') })), 'InvalidSchema')
    assert.equal(await reasonOf(await sent({ syntax: 'UBL' })), 'FlowTypeError')
  })

  test('every page of a search is read', async ({ assert }) => {
    for (let one = 0; one < 103; one++) await there.receive(Buffer.from(`n${one}`), `n${one}.xml`)
    const found = await platform.search(account, { flowDirection: ['In'] })
    assert.equal(found.is === 'said' && new Set(found.value.map(({ flowId }) => flowId)).size, 103)
  })

  /** Each scenario of the console: what our client makes of it; one that is added does not compile first. */
  const PLAYED: Record<Scenario, (assert: any) => Promise<void>> = {
    'expired': async (assert) => assert.isString(await sent()),
    'forbidden': async (assert) => {
      // The token is asked anew once, for it may be the one that is refused
      assert.isString(await sent())
    },
    'too-many': (assert) => answers(assert, 'too_many'),
    'down': (assert) => answers(assert, 'unknown'),
    'too-large': (assert) => answers(assert, 'too_large'),
    'taken-then-cut': (assert) => sentOnce(assert),
    'half-answer': (assert) => sentOnce(assert),
    'virus': async (assert) => assert.equal(await reasonOf(await sent()), 'VirusFound'),
    'forged': (assert) => believed(assert, false),
    'old': (assert) => believed(assert, false),
  }

  async function answers(assert: any, is: string) {
    assert.equal((await platform.sendOnce(account, await flow())).is, is)
  }

  /** The answer never comes; sent again, it is one flow. */
  async function sentOnce(assert: any) {
    const wanted = await flow()
    assert.equal((await platform.sendOnce(account, wanted)).is, 'unknown')
    const again = await platform.sendOnce(account, wanted)
    assert.isTrue(again.is === 'said' && again.value.wasThere)
    assert.lengthOf(there.flows(), 1)
  }

  for (const [name, says] of Object.entries(SCENARIOS) as [Scenario, string][]) {
    test(`is played: ${says}`, async ({ assert }) => {
      there.play(name)
      await PLAYED[name](assert)
    })
  }

  test('a callback is believed when it is signed, and of now', async ({ assert }) => {
    await believed(assert, true)
  })

  /** Receives a flow, and tells whether the callback that says so is believed. */
  async function believed(assert: any, isBelieved: boolean) {
    const heard = Promise.withResolvers<Heard>()
    const server = createServer(async (request, response) => {
      const payload = (await buffer(request)).toString()
      response.end()
      const [signature, timestamp] = ['afnor-signature', 'afnor-signature-timestamp'].map((one) =>
        String(request.headers[one])
      )
      heard.resolve({ payload, signature, timestamp })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    const subscribed = await platform.subscribe(account, `http://127.0.0.1:${port}/rappel`)
    if (subscribed.is !== 'said') throw new Error(subscribed.says)
    const { webhookId, signingKey } = subscribed.value
    const { flowId } = await there.receive(await invoice(), 'facture.pdf')
    const callback = await heard.promise
    const now = Math.floor(Date.now() / 1000)
    assert.equal(JSON.parse(callback.payload).flowId, flowId)
    assert.equal(isSigned(callback, signingKey, now), isBelieved)
    assert.isFalse(isSigned({ ...callback, payload: `${callback.payload} ` }, signingKey, now))
    assert.equal((await platform.unsubscribe(account, webhookId)).is, 'said')
    assert.equal((await platform.unsubscribe(account, webhookId)).is, 'refused')
    await new Promise((closed) => server.close(closed))
  }

  test('a file is sent once by the command, and none that breaks a rule', async ({ assert }) => {
    const hall = await townHall()
    const file = join(folder, 'facture.pdf')
    writeFileSync(file, await invoice())
    const { slug } = hall.tenant
    assert.include((await sendFile(slug, file)).says, 'pas de plateforme')
    await hall.run(() =>
      saveSettings('invoicing', {
        platformUrl: account.url,
        platformOauthUrl: account.oauthUrl,
        platformClientId: account.clientId,
        platformClientSecret: encryption.encrypt(account.clientSecret),
      })
    )
    const first = await sendFile(slug, file)
    const second = await sendFile(slug, file)
    assert.isNotNull(first.flowId)
    assert.deepEqual(second, { flowId: first.flowId, says: 'Déjà envoyée : rien n’est parti.' })
    writeFileSync(file, 'bonjour')
    assert.isNull((await sendFile(slug, file)).flowId)
    assert.lengthOf(there.flows(), 1)
  })
})
