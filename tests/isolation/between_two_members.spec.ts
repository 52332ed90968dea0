import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { allRoles } from '#kernel/room'
import type User from '#kernel/people/user'
import { tokenOf, Program } from '#tests/world/program'
import { send } from '#app/webhooks/jobs/send'
import { runDueJobs } from '#tests/helpers/jobs'
import { placeApart } from '#tests/world/journals'
import { person, place } from '#tests/world/world'
import { isSignedBy } from '../webhooks/receiver.js'
import {
  deliveriesOf,
  happens,
  listening,
  opened,
  type Receiver,
  tellWhatHappened,
  work,
} from '../webhooks/webhook_world.js'
import { ask, everyOperation, paramsIn, said, valuesOf, type Asked } from './support/operations.js'
import { buildWorlds } from './support/routes.js'
import { digestOf } from './support/rows.js'
import type { World } from './world.js'

// Neither of the places that the other specs count the words of: what is built here stays
const MINE = 'landreval'
const HERS = 'saint-orven'
/** What a token leaves of each call: when it served, and what it was answered. */
const TRACES = ['kernel.api_tokens', 'kernel.api_answers']

/** Somebody who works in both has twice the rights, and each of her tokens those of one member alone. */
test.group('A person of two members', (group) => {
  let both: User
  let tenants: Record<string, string>
  let worlds: Record<string, World>
  group.setup(async () => {
    tenants = { [MINE]: (await place(MINE)).id, [HERS]: (await place(HERS)).id }
    both = await person('Nolwenn Partout', { [MINE]: allRoles(), [HERS]: allRoles() })
    worlds = {
      [MINE]: await buildWorlds(tenants[MINE], both.id),
      [HERS]: await buildWorlds(tenants[HERS], both.id),
    }
  })
  const stateOf = async (slug: string) => {
    const digests = await digestOf(tenants[slug])
    for (const table of TRACES) delete digests[table]
    return digests
  }
  const reproach = async (program: Program, asked: Asked, world: World) => {
    const { status, text } = await ask(program, asked, world)
    return status === 404 ? [] : [`${said(asked)}: ${status} ${text.slice(0, 160)}`]
  }
  const named = () => everyOperation().filter((one) => paramsIn(one).length > 0)

  test('reaches with the token of one nothing of the other, her own uploads and webhooks no more', async ({
    assert,
  }) => {
    const program = Program.bearing(await tokenOf(both, MINE))
    const before = [await stateOf(MINE), await stateOf(HERS)]
    const wrong: string[] = []
    for (const asked of named()) wrong.push(...(await reproach(program, asked, worlds[HERS])))
    assert.deepEqual(wrong, [])
    assert.deepEqual([await stateOf(MINE), await stateOf(HERS)], before)
    assert.isTrue(named().some((one) => said(one) === 'webhooks.send_anew'))
    assert.isTrue(named().some((one) => said(one).startsWith('portal.upload')))
  })

  test('reaches none of them either by pairing an object of one with one of the other', async ({
    assert,
  }) => {
    const program = Program.bearing(await tokenOf(both, MINE))
    const before = await stateOf(HERS)
    const wrong: string[] = []
    const paired = named().filter((one) => paramsIn(one).length > 1)
    for (const asked of paired) {
      const [own, other] = [valuesOf(asked, worlds[MINE]), valuesOf(asked, worlds[HERS])]
      for (const name of paramsIn(asked)) {
        const values = { ...own, [name]: other[name] }
        const routes = { [`${asked.api.room}.`]: values }
        const world = { ...worlds[MINE], routes }
        wrong.push(
          ...(await reproach(program, asked, world)).map((line) => `${name} of the other, ${line}`)
        )
      }
    }
    assert.isAbove(paired.length, 5)
    assert.deepEqual(wrong, [])
    assert.deepEqual(await stateOf(HERS), before)
  })

  test('is not answered with one what she asked with the other under the same key', async ({
    assert,
  }) => {
    const [asked] = everyOperation().filter((one) => said(one) === 'portal.begin_upload')
    const headers = {
      'idempotency-key': 'la-meme-cle',
      'upload-length': '10',
      'tus-resumable': '1.0.0',
    }
    const answers = await Promise.all(
      [MINE, HERS].map(async (slug) =>
        Program.bearing(await tokenOf(both, slug as typeof MINE)).ask(
          'POST',
          `/api/v1${asked.path}`,
          {
            headers,
          }
        )
      )
    )
    const [one, other] = answers.map(({ headers: said }) => said.get('location'))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201]
    )
    assert.notEqual(one, other)
  })
})

test.group('The webhooks of two members', (group) => {
  let mine: string
  let theirs: string
  let receiver: Receiver
  group.each.setup(() => listening((opened) => ({ tenantId: mine, receiver } = opened)))

  test('at one address are each told by their own secret, and of their own facts', async ({
    assert,
  }) => {
    theirs = await placeApart()
    const [own, other] = [await opened(mine, receiver.url), await opened(theirs, receiver.url)]
    await happens(theirs)
    await work(mine)
    assert.isEmpty(receiver.received)
    await work(theirs)
    assert.lengthOf(receiver.received, 1)
    assert.isTrue(isSignedBy(other.secret, receiver.received[0]))
    assert.isFalse(isSignedBy(own.secret, receiver.received[0]))
  })

  test('are not sent by the work of the other, though it names them', async ({ assert }) => {
    theirs = await placeApart()
    const { webhook } = await opened(theirs, receiver.url)
    await happens(theirs)
    await tellWhatHappened(theirs)
    await tenancy.run(mine, () => send(webhook.id))
    await runDueJobs(mine, 'webhooks.send')
    assert.isEmpty(receiver.received)
    const [{ row, attempts }] = await deliveriesOf(theirs, webhook.id)
    assert.deepEqual([row.attempts, attempts.length], [0, 0])
  })
})
