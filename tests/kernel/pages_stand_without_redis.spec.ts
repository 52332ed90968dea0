import type { ChildProcess } from 'node:child_process'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { outside } from '#config/outside'
import { platformHealth } from '#console/health'
import type User from '#kernel/people/user'
import { systemDb } from '#kernel/system'
import { closedDoor, type Daemon, freePort, startRedis } from '#tests/helpers/daemons'
import { hasTool } from '#tests/helpers/tools'
import { webProcesses } from '#tests/helpers/web_processes'
import { person, place } from '#tests/world/world'
import { forgetAttempts, Visitor } from '../identity/visitor.js'

const WRONG = 'pas le bon mot de passe'
const attempts = () => db.connection('app').from('kernel.attempts')
const letters = async ({ id }: User) => {
  const { rows } = await systemDb().rawQuery(
    `select count(*) from kernel.outbox where payload->>'userId' = ?`,
    [id]
  )
  return Number(rows[0].count)
}
const redisSays = async () =>
  (await platformHealth()).checks.find(({ name }) => name === 'Redis ou Valkey')!

/**
 * A page never speaks to Redis: it writes what is to be done in the outbox, and everything that it
 * counts is in PostgreSQL. Redis may be dead, die or come back empty: only the jobs wait.
 */
test.group('The pages of a process whose Redis is dead, dies and comes back empty', (group) => {
  let parent: ChildProcess
  let redis: Daemon | null = null
  let url: string
  let redisUrl: string
  let maelle: User
  const visit = () => new Visitor().at(url)

  group.tap((one) => one.skip(!hasTool('redis-server'), 'redis-server is not installed'))
  group.setup(async () => {
    if (!hasTool('redis-server')) return () => undefined
    await forgetAttempts()
    await place('kervalan')
    redisUrl = `redis://127.0.0.1:${await freePort()}`
    ;({ url, parent } = await webProcesses({ REDIS_URL: redisUrl, WEB_PROCESSES: '1' }))
    const known = outside.redis
    outside.redis = redisUrl
    return async () => {
      outside.redis = known
      parent.kill('SIGKILL')
      await redis?.stop()
    }
  })

  /** What anybody may see, what a person does when she is in, and a letter that she asks for. */
  async function pagesAnswer(assert: any) {
    assert.equal((await visit().get('/p/kervalan')).status, 200)
    const nolwenn = await person('Nolwenn Riou', { kervalan: ['agent'] })
    const browser = visit()
    assert.equal((await browser.login(nolwenn.email)).location, '/c/kervalan')
    assert.equal((await browser.get('/c/kervalan')).status, 200)
    const stranger = visit()
    await stranger.get('/mot-de-passe-oublie')
    const sent = await stranger.submit('/mot-de-passe-oublie', { email: nolwenn.email })
    assert.equal(sent.location, '/connexion')
    assert.equal(await letters(nolwenn), 1, 'what was asked waits in the outbox')
    assert.isTrue((await fetch(`${url}/health/ready`)).ok)
  }

  /** Redis forgets all when it dies; a wait at the door does not. */
  async function doorStaysShut(assert: any) {
    const browser = visit()
    await browser.login(maelle.email)
    assert.match((await browser.get('/connexion')).text, /Trop d’essais|Recommencez dans/)
  }

  test('answer while it is dead from the start, and count errors all the same', async ({
    assert,
  }) => {
    assert.isFalse((await redisSays()).works)
    await pagesAnswer(assert)
    maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    for (let n = 0; n < 6; n++) await visit().login(maelle.email, WRONG)
    // As long as the rest of this test may last.
    await attempts()
      .where('next_at', '>', db.connection('app').raw('now()'))
      .update({ next_at: db.connection('app').raw(`now() + interval '1 hour'`) })
    await doorStaysShut(assert)
  })

  test('answer when it is there at last, and forget no error', async ({ assert }) => {
    redis = await startRedis(redisUrl)
    assert.isTrue((await redisSays()).works)
    await pagesAnswer(assert)
    await doorStaysShut(assert)
  })

  test('answer after it has died, and knock at its door for nothing', async ({ assert }) => {
    await redis!.stop()
    redis = null
    const door = await closedDoor(redisUrl)
    await pagesAnswer(assert)
    await doorStaysShut(assert)
    assert.equal(door.knocks(), 0)
    await door.remove()
    assert.isFalse((await redisSays()).works)
  })

  test('answer when it comes back empty, and open to nobody who had to wait', async ({
    assert,
  }) => {
    redis = await startRedis(redisUrl)
    await pagesAnswer(assert)
    await doorStaysShut(assert)
  })
})
