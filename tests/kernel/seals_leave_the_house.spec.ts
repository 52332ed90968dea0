import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { trust } from '#config/trust'
import Membership from '#kernel/people/membership'
import { ownMeans } from '#console/journal/own_means'
import { renewSealKey } from '#console/journal/renew_seal_key'
import { sealKeys } from '#kernel/journal/seal_key'
import { sealJournal } from '#kernel/journal/sealing'
import { verifyJournal } from '#console/journal/verify'
import { hashSeal, isSignedWith, parseSealKeys } from '#lib/proof'
import { tellSeals } from '#web/seals/tell_seals'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { testTrust } from '#tests/helpers/trust'
import { asOwner, placeApart, rewriteJournal, writeEntries } from '#tests/world/journals'
import { person } from '#tests/world/world'

async function sealedTwice(): Promise<{ id: string; slug: string }> {
  await testTrust()
  const [id, subject] = [await placeApart(), uuidv7()]
  for (let turn = 0; turn < 2; turn++) {
    await writeEntries(id, subject, 2)
    await sealJournal(id)
  }
  return { id, slug: `a-part-${id.slice(-12)}` }
}

const context = { attempt: 1 } as never

const problemsOf = async (id: string) => {
  const means = await ownMeans()
  return (await tenancy.run(id, () => verifyJournal(means))).problems
}

test.group('The seals of a journal', () => {
  test('are shown to everybody with their roots and signatures, and nothing of what they cover', async ({
    client,
    assert,
  }) => {
    const { id, slug } = await sealedTwice()
    const page = await client.get(`/p/${slug}/scelles`)
    page.assertStatus(200)
    const feed = (await client.get(`/p/${slug}/scelles.json`)).body()
    assert.deepEqual(
      feed.seals.map(({ statement }: any) => statement.number),
      [2, 1]
    )
    const keys = parseSealKeys((await client.get('/preuves/cle.pem')).text())
    for (const { statement, hash, signatures, token } of feed.seals) {
      assert.include(page.text(), hash)
      assert.equal(hashSeal(statement), hash)
      assert.isTrue(isSignedWith(statement, signatures[0], keys[0]))
      assert.isAbove(token.length, 100)
    }
    assert.notInclude(JSON.stringify(feed), 'thing_changed')
    assert.lengthOf((await client.get(`/p/${slug}/scelles.json?avant=2`)).body().seals, 1)
    assert.include((await client.get('/preuves/cle')).text(), keys[0].id)
    assert.include(feed.seals[0].statement.tenantId, id)
  })

  test('are mailed once to those who administer the member, whole', async ({ assert }) => {
    const { id } = await sealedTwice()
    const { id: userId } = await person('Soizic Madec', {})
    await tenancy.run(id, () =>
      Membership.create({ userId, roles: ['administrator'], title: null, state: 'active' })
    )
    using fake = mail.fake()
    for (let turn = 0; turn < 2; turn++) await tellSeals.run({ tenantId: id }, context)
    const messages = fake.messages.sent()
    assert.lengthOf(messages, 1)
    const [attachment] = (messages[0].nodeMailerMessage as any).attachments
    const seals = JSON.parse(Buffer.from(attachment.content, 'base64').toString('utf8'))
    assert.deepEqual(
      seals.map(({ statement }: any) => statement.number),
      [1, 2]
    )
  })

  test('that are laid elsewhere betray those that replace them', async ({ assert, cleanup }) => {
    trust.sealsFolder = await mkdtemp(join(tmpdir(), 'halle-seals-'))
    cleanup(async () => {
      await rm(trust.sealsFolder!, { recursive: true })
      trust.sealsFolder = undefined
    })
    const { id } = await sealedTwice()
    assert.sameMembers(await readdir(join(trust.sealsFolder, id)), ['1.json', '2.json'])
    assert.deepEqual(await problemsOf(id), [])
    // Within a day of the writing no time betrays it: the same history, but for one word.
    await rewriteJournal(id, (entry) => ({ ...entry, data: { n: 99 } }))
    await asOwner('delete from kernel.journal_seals where tenant_id = ?', [id])
    await sealJournal(id)
    assert.deepEqual(await problemsOf(id), [
      'Le scellement 1 n’est pas celui qui fut déposé ailleurs.',
      'Le scellement 2, déposé ailleurs, n’est plus ici.',
    ])
  })
})

test.group('The key of the seals', () => {
  test('is renewed: the new one signs, the old one verifies and can sign no more', async ({
    assert,
    cleanup,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'halle-key-'))
    const before = trust.sealKeyFile
    trust.sealKeyFile = join(folder, 'key.pem')
    cleanup(async () => {
      trust.sealKeyFile = before
      await rm(folder, { recursive: true })
    })
    const first = await renewSealKey(new Date(Date.now() - 60_000).toISOString())
    const { id } = await sealedTwice()
    const second = await renewSealKey(new Date().toISOString())
    await writeEntries(id, uuidv7(), 1)
    await sealJournal(id)
    const { all, current } = await sealKeys()
    assert.equal(current.id, second)
    assert.deepEqual(
      all.map((key) => [key.id, key.until !== null]),
      [
        [second, false],
        [first, true],
      ]
    )
    assert.deepEqual(await problemsOf(id), [])
  })
})
