import { test } from '@japa/runner'
import { defineJob } from '#kernel/jobs'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { person, place } from '#tests/world/world'
import { operator } from './console_world.js'

let broken = true
const runs: string[] = []
const mend = defineJob<{ word: string }>({
  name: 'tests.mend',
  attempts: 1,
  async handle({ word }) {
    runs.push(word)
    if (broken) throw new Error('le ministère ne répond pas')
  },
})

const rowOf = (word: string) =>
  systemDb()
    .from('kernel.outbox')
    .whereRaw(`payload->>'word' = ?`, [word])
    .orderBy('created_at', 'desc')
    .first()

async function failed(word: string, dedupeKey?: string) {
  const { id } = await place('kervalan')
  await tenancy.run(id, () => mend.enqueue({ word }, { dedupeKey }))
  await runJob((await rowOf(word)).id)
  return rowOf(word)
}

test.group('A job that failed', (group) => {
  group.each.setup(async () => {
    broken = true
    await systemDb().from('kernel.outbox').where('name', 'tests.mend').delete()
  })

  test('is shown to the operator with its reason', async ({ client }) => {
    await failed('montré')
    const response = await client
      .get('/exploitation/taches?nom=tests.mend')
      .loginAs(await operator())
    response.assertTextIncludes('le ministère ne répond pas')
    response.assertTextIncludes('Relancer')
  })

  test('runs again when the operator asks, under a number of its own', async ({
    client,
    assert,
  }) => {
    const job = await failed('relancé')
    assert.isNotNull(job.failed_at)
    broken = false
    await client
      .post(`/exploitation/taches/${job.id}/relance`)
      .loginAs(await operator())
      .withCsrfToken()
      .redirects(0)
    assert.isNull((await rowOf('relancé')).failed_at)
    await runJob(job.id)
    const done = await rowOf('relancé')
    assert.isNotNull(done.done_at)
    assert.equal(done.attempts, 2)
  })

  test('runs again with all of its kind, but not twice under one key', async ({
    client,
    assert,
  }) => {
    await failed('un')
    await failed('deux', 'une clé')
    await failed('trois', 'une clé')
    await client
      .post('/exploitation/taches/relances')
      .loginAs(await operator())
      .withCsrfToken()
      .form({ name: 'tests.mend' })
      .redirects(0)
    const rows = await systemDb().from('kernel.outbox').where('name', 'tests.mend')
    const waiting = rows.filter((row) => row.failed_at === null).map((row) => row.payload.word)
    assert.sameMembers(waiting, ['un', 'trois'])
  })

  test('stays as it is when somebody else asks', async ({ client, assert }) => {
    const job = await failed('défendu')
    const mayor = await person('Soizic Madec', { kervalan: ['administrator'] })
    const response = await client
      .post(`/exploitation/taches/${job.id}/relance`)
      .loginAs(mayor)
      .withCsrfToken()
      .redirects(0)
    response.assertStatus(404)
    assert.isNotNull((await rowOf('défendu')).failed_at)
  })
})
