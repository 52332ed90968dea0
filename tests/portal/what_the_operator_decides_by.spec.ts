import { test } from '@japa/runner'
import { outside } from '#config/outside'
import { allRooms, type Room } from '#kernel/room'
import { documents } from '#kernel/documents'
import { allJobs } from '#kernel/jobs/job'
import { allPeriodics } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { countActivity } from '#console/activity/count'
import { activityOf, endingsSoon, lastDays, totalOf } from '#console/activity/read'
import { trendOf } from '#console/activity/screen'
import { calmWords } from '#console/health_words'
import { placeApart, writeEntries } from '#tests/world/journals'
import { operator } from './console_world.js'

const keep = (tenantId: string, text: string) =>
  tenancy.run(tenantId, () => documents.store(Buffer.from(text), { name: 'note.txt' }))

test.group('The activity of a member', () => {
  test('is counted once, by days, however often it is counted', async ({ assert }) => {
    const tenantId = await placeApart()
    await writeEntries(tenantId, uuidv7(), 3)
    await keep(tenantId, 'neuf octets')
    for (let n = 0; n < 2; n++) await countActivity(tenantId)
    await writeEntries(tenantId, uuidv7(), 2)
    await countActivity(tenantId)
    const { days } = await lastDays(tenantId)
    const head = await systemDb()
      .from('kernel.journal_heads')
      .where({ tenant_id: tenantId })
      .first()
    assert.equal(totalOf(days).entries, Number(head.position))
    assert.equal(totalOf(days).documents, 1)
    assert.equal(totalOf(days).bytes, 11)
    const known = (await activityOf(tenantId))!
    assert.deepEqual([known.documents, known.bytes], [1, 11])
    assert.isNotNull(known.lastAt)
  })

  test('is on its page, on the list of members, and apart from those that did nothing', async ({
    client,
    assert,
  }) => {
    const user = await operator()
    const [busy, silent] = [await placeApart(), await placeApart()]
    await writeEntries(busy, uuidv7(), 3)
    await countActivity(busy)
    const page = await client.get(`/exploitation/membres/${busy}`).loginAs(user)
    page.assertTextIncludes('3 gestes en 30 jours')
    const nameOf = async (id: string) =>
      (await systemDb().from('kernel.tenants').where({ id }).first()).name as string
    const list = async (id: string) =>
      (
        await client
          .get('/exploitation')
          .qs({ q: await nameOf(id), activite: 'aucune' })
          .loginAs(user)
      ).text()
    assert.include(await list(silent), silent)
    assert.notInclude(await list(busy), `/exploitation/membres/${busy}`)
  })

  test('names what ends soonest in it, in words that name nobody', async ({ assert }) => {
    const tenantId = await placeApart()
    const room: Room = allRooms().find(({ alwaysOpen }) => alwaysOpen)!
    const before = room.ends
    room.ends = async () => [
      { label: 'Cachet d’essai', at: new Date(Date.now() - 86_400_000) },
      { label: 'Certificat d’essai', at: new Date(Date.now() + 86_400_000) },
    ]
    try {
      await countActivity(tenantId)
    } finally {
      room.ends = before
    }
    assert.equal((await activityOf(tenantId))!.ending, 'Cachet d’essai')
    const rows = await systemDb().from('kernel.activity').where('ends_at', '<', new Date())
    if (rows.length <= 20) {
      const line = (await endingsSoon()).find(({ id }) => id === tenantId)!
      assert.isTrue(line.isOver)
    }
  })

  test('says where it goes, and nothing of a past that is not there', ({ assert }) => {
    assert.equal(trendOf(150, 100), '+50\u202f% sur les 30 jours d’avant')
    assert.equal(trendOf(50, 100), '−50\u202f% sur les 30 jours d’avant')
    assert.equal(trendOf(100, 100), 'comme les 30 jours d’avant')
    assert.equal(trendOf(5, 0), 'rien les 30 jours d’avant')
  })
})

test.group('What the operator looks at', () => {
  test('is on one page: activity with its table, queue, room left', async ({ client }) => {
    const page = await client.get('/exploitation/activite').loginAs(await operator())
    page.assertStatus(200)
    for (const words of ['Gestes de chaque jour', 'Place pour les fichiers', '<table>']) {
      page.assertTextIncludes(words)
    }
  })

  test('warns that no antivirus reads what is deposited', async ({ client, assert }) => {
    const before = outside.antivirus
    Object.assign(outside, { antivirus: undefined })
    try {
      const user = await operator()
      const health = (await client.get('/exploitation/sante').loginAs(user)).text()
      const [line] = /<tr>(?:(?!<\/tr>)[\s\S])*Antivirus[\s\S]*?<\/tr>/.exec(health)!
      assert.include(line, 'state-waiting')
      assert.include(line, 'ne sont pas vérifiés')
    } finally {
      Object.assign(outside, { antivirus: before })
    }
  })

  test('is not told that all is well while something that one had better have is not there', ({
    assert,
  }) => {
    const redis = { name: 'Redis', works: null, isWanted: false }
    const antivirus = { name: 'Antivirus (clamd)', works: null, isWanted: true }
    assert.equal(calmWords([redis]).title, 'Tout va bien')
    const words = calmWords([redis, antivirus])
    assert.equal(words.meaning, 'waiting')
    assert.equal(words.text, 'Il manque : Antivirus (clamd).')
  })

  test('names every work in French words', ({ assert }) => {
    const works = [...allJobs(), ...allPeriodics()].filter(({ name }) => !name.startsWith('tests.'))
    assert.isNotEmpty(works)
    assert.deepEqual(
      works.filter(({ title }) => !title).map(({ name }) => name),
      []
    )
  })
})
