import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { insideUrls } from '#config/outside'
import { defineJob } from '#kernel/jobs'
import { pickDueJobs } from '#kernel/jobs/dispatcher'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { ENTER_REHEARSAL, REHEARSAL } from '#lib/backup/rehearsal'
import { leaveRehearsal } from '#web/rehearsal/leaving'
import { holdIn, insideDoors, staysInside } from '#web/rehearsal/nothing_leaves'
import { askRehearsal, isHeldIn, sayRehearsal } from '#web/rehearsal/state'
import { place } from '#tests/world/world'

const AT = '2026-11-29T10:45:00.000Z'
const nobodyNeeds = 'a test'
const leaving = defineJob<object>({
  name: 'tests.leaves',
  queue: 'outside',
  onGiveUp: { nobodyNeeds },
  async handle() {},
})
const calling = defineJob<object>({
  name: 'tests.calls_a_stranger',
  queue: 'strangers',
  onGiveUp: { nobodyNeeds },
  async handle() {},
})
const staying = defineJob<object>({
  name: 'tests.stays',
  onGiveUp: { nobodyNeeds },
  async handle() {},
})

const enter = () =>
  systemDb().rawQuery(ENTER_REHEARSAL.replace('$1', '?'), [JSON.stringify({ at: AT })])

test.group('A platform that a restore has made', (group) => {
  let tenantId: string
  let world: Server
  let url: string
  group.setup(async () => {
    tenantId = (await place('kervalan')).id
    world = createServer((_request, response) => response.end('le monde'))
    world.listen(0, '127.0.0.1')
    await once(world, 'listening')
    url = `http://127.0.0.1:${(world.address() as AddressInfo).port}/`
    // The browser of these tests lives in the same process as the pages.
    holdIn(insideDoors([...insideUrls, `http://${process.env.HOST}:${process.env.PORT}`]))
    return () => {
      world.closeAllConnections()
      world.close()
    }
  })
  group.each.setup(async () => {
    await systemDb().from('kernel.outbox').delete()
    await enter()
    return async () => {
      await systemDb().from('kernel.heartbeats').where('name', REHEARSAL).delete()
      sayRehearsal(null)
    }
  })

  test('knows it from its base, and nothing leaves before the base has answered', async ({
    assert,
  }) => {
    sayRehearsal('unknown')
    assert.isTrue(isHeldIn())
    assert.deepEqual(await askRehearsal(), { at: new Date(AT) })
    assert.isTrue(isHeldIn())
    await systemDb().from('kernel.heartbeats').where('name', REHEARSAL).delete()
    assert.isNull(await askRehearsal())
    assert.isFalse(isHeldIn())
  })

  test('opens no connection to the world, whoever asks, and still works with its base', async ({
    assert,
  }) => {
    await askRehearsal()
    const failed = await fetch(url).catch((error) => error)
    assert.match(String(failed.cause?.message), /Répétition : rien ne sort/)
    await db.manager.close('owner')
    const { rows } = await db.connection('owner').rawQuery('select 1 as one')
    assert.equal(rows[0].one, 1)
    sayRehearsal(null)
    assert.equal(await (await fetch(url)).text(), 'le monde')
  })

  test('hands over no job that would leave, and keeps each for later', async ({ assert }) => {
    await tenancy.run(tenantId, async () => {
      await leaving.enqueue({})
      await calling.enqueue({})
      await staying.enqueue({})
    })
    const names = async () => (await pickDueJobs(10, 10)).map(({ name }) => name)
    assert.deepEqual(await names(), ['tests.stays'])
    assert.isTrue(await leaveRehearsal())
    assert.sameMembers(await names(), ['tests.leaves', 'tests.calls_a_stranger'])
    assert.isFalse(await leaveRehearsal())
  })

  test('says so on every page, whoever reads it', async ({ client, assert }) => {
    await askRehearsal()
    for (const path of ['/connexion', '/', '/p/kervalan', '/aide', '/rien-ici']) {
      const text = (await client.get(path).accept('html')).text()
      assert.match(text, /Cette plateforme est une copie du\s+(?:dimanche )?29 novembre/, path)
    }
    sayRehearsal(null)
    assert.notInclude((await client.get('/p/kervalan')).text(), 'Cette plateforme est une copie')
  })

  test('gives the ministry no envelope number that the lost platform may have given', async ({
    assert,
  }) => {
    const last = () =>
      tenancy.run(tenantId, async ({ trx }) => {
        const row = await trx.from('actes.envelope_counters').orderBy('day', 'desc').first()
        return Number(row?.last ?? 0)
      })
    const before = await last()
    await leaveRehearsal()
    assert.isAtLeast(await last(), before + 1000)
  })
})

test.group('The doors of a platform', () => {
  const inside = insideDoors(['postgres://a:b@base.lan/halle', 'https://s3.lan', undefined])

  test('are those of its base and of its files', ({ assert }) => {
    assert.isTrue(staysInside({ host: 'base.lan', port: 5432 }, inside))
    assert.isTrue(staysInside({ host: 's3.lan', port: 443 }, inside))
    assert.isTrue(staysInside({ path: '/run/postgresql/.s.PGSQL.5432' }, inside))
  })

  test('are no others, on the same machine or elsewhere', ({ assert }) => {
    for (const door of [
      { host: 'base.lan', port: 25 },
      { host: 'ministere.fr', port: 443 },
      { port: 5432 },
      443,
    ])
      assert.isFalse(staysInside(door, inside))
  })
})
