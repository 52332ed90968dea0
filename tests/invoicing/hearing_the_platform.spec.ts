import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import encryption from '@adonisjs/core/services/encryption'
import { test } from '@japa/runner'
import CallbackDoor from '#app/invoicing/models/callback_door'
import { sendFile } from '#app/invoicing/sending/send_file'
import { saveSettings } from '#kernel/settings'
import { tenancy } from '#kernel/tenancy'
import { signed } from '#lib/einvoice/flows'
import { runDueJobs } from '#tests/helpers/jobs'
import { townHall, type TownHall } from '#tests/parapheur/town_hall'
import { PLATFORM_CLIENT, start } from '../../simulators/platform/index.js'
import { facturX, rowsOf } from './chorus_world.js'

test.group('The calls of an approved platform', (group) => {
  let folder: string
  let hall: TownHall
  let there: Awaited<ReturnType<typeof start>>

  group.setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halle-calls-'))
    there = await start({ dataDir: folder })
    hall = await townHall()
    await hall.run(() =>
      saveSettings('invoicing', {
        platformUrl: `${there.url}/flow-service`,
        platformOauthUrl: `${there.url}/oauth/token`,
        platformClientId: PLATFORM_CLIENT.clientId,
        platformClientSecret: encryption.encrypt(PLATFORM_CLIENT.clientSecret),
      })
    )
    return async () => {
      await there.stop()
      rmSync(folder, { recursive: true })
    }
  })

  const page = () => `/c/${hall.tenant.slug}/factures/flux`
  const door = () => hall.run(() => CallbackDoor.query().firstOrFail())
  const now = () => String(Math.floor(Date.now() / 1000))

  /** What a page asks of the agent, and the jobs that follow. */
  async function asks(client: any, method: 'post' | 'delete') {
    const answer = await client[method](`${page()}/rappels`)
      .loginAs(hall.agent)
      .withCsrfToken()
      .redirects(0)
    answer.assertStatus(302)
    await runDueJobs(hall.tenant.id)
  }

  /** A call about a flow, with the key that it is given, at its hour; the status of the answer. */
  async function calls(client: any, flowId: string, key: string, timestamp = now()) {
    const payload = JSON.stringify({ flowId, ackStatus: 'Ok' })
    const answer = await client
      .post(`/p/${hall.tenant.slug}/factures/rappels/${(await door()).id}`)
      .header('content-type', 'application/json')
      .header('afnor-signature', signed(payload, timestamp, key))
      .header('afnor-signature-timestamp', timestamp)
      .json(JSON.parse(payload))
    await runDueJobs(hall.tenant.id)
    return answer.status() as number
  }

  /** The platform has looked at that flow. */
  async function lookedAt(flowId: string) {
    const flow = () => there.flows().find((one) => one.flowId === flowId)!
    while (flow().acknowledgement.status === 'Pending')
      await new Promise((done) => setTimeout(done, 20))
  }

  test('are asked for once, with an address of this member', async ({ client, assert }) => {
    await asks(client, 'post')
    await asks(client, 'post')
    const { id, isOpen, signingKey, key } = await door()
    const [webhook, ...others] = there.webhooks()
    assert.deepEqual(others, [])
    assert.isTrue(isOpen)
    assert.include(webhook.callbackUrl, `/p/${hall.tenant.slug}/factures/rappels/${id}`)
    assert.equal(key, webhook.signingKey)
    assert.notInclude(signingKey, webhook.signingKey)
  })

  test('are believed when signed and of now, and read at the platform, once each', async ({
    client,
    assert,
  }) => {
    const key = (await door()).key!
    const { flowId } = await there.receive(Buffer.from('<cdv/>'), 'statut-204.xml')
    // The platform has called by itself, where this house answers at its address
    const before = (await rowsOf(hall.tenant.id, 'callbacks')).length
    const stolen = Buffer.alloc(32).toString('base64')
    assert.equal(await calls(client, flowId, stolen), 401)
    assert.equal(await calls(client, flowId, key, String(Number(now()) - 3_600)), 401)
    assert.equal(await calls(client, flowId, '', now()), 401)
    assert.lengthOf(await rowsOf(hall.tenant.id, 'callbacks'), before)

    const at = String(Number(now()) - 60)
    assert.equal(await calls(client, flowId, key, at), 204)
    assert.equal(await calls(client, flowId, key, at), 204)
    assert.lengthOf(await rowsOf(hall.tenant.id, 'callbacks'), before + 1)
    const [flow, ...others] = await rowsOf(hall.tenant.id, 'flows')
    assert.deepEqual([flow.flow_id, flow.name, others], [flowId, 'statut-204.xml', []])

    const shown = await client.get(page()).loginAs(hall.agent)
    shown.assertTextIncludes('statut-204.xml')
    shown.assertTextIncludes('Rappels signés')
  })

  test('about a flow that the platform does not know write nothing down of it', async ({
    client,
    assert,
  }) => {
    assert.equal(await calls(client, 'inconnu', (await door()).key!), 204)
    const flows = await rowsOf(hall.tenant.id, 'flows')
    assert.notInclude(
      flows.map(({ flow_id: id }) => id),
      'inconnu'
    )
  })

  test('tell what became of a sending, and of one that is refused somebody is told', async ({
    client,
    assert,
  }) => {
    const file = join(folder, 'a-refuser.pdf')
    writeFileSync(file, await facturX('21350901100010', `F-${Date.now()}`))
    there.play('virus')
    const { flowId } = await sendFile(hall.tenant.slug, file)
    await lookedAt(flowId!)
    assert.equal(await calls(client, flowId!, (await door()).key!), 204)
    const shown = await client.get(`${page()}?accuse=Error`).loginAs(hall.agent)
    shown.assertTextIncludes('un virus a été trouvé')
    const [task] = await tenancy.run(hall.tenant.id, ({ trx }) =>
      trx.from('kernel.tasks').where('capability', 'invoicing')
    )
    assert.match(task.title, /Corriger et renvoyer « a-refuser\.pdf »/)
    assert.equal(task.role, 'agent')
  })

  test('are believed no more once they are given up', async ({ client, assert }) => {
    const { id, key } = await door()
    await asks(client, 'delete')
    assert.deepEqual(there.webhooks(), [])
    const payload = '{"flowId":"x"}'
    const answer = await client
      .post(`/p/${hall.tenant.slug}/factures/rappels/${id}`)
      .header('afnor-signature', signed(payload, now(), key!))
      .header('afnor-signature-timestamp', now())
      .json(JSON.parse(payload))
    answer.assertStatus(404)
  })
})
