import type { Readable } from 'node:stream'
import { test } from '@japa/runner'
import Seal from '#app/parapheur/models/seal'
import { depositSeal } from '#app/parapheur/signing/deposit_seal'
import { ownMeans } from '#console/journal/own_means'
import { verifyJournal } from '#console/journal/verify'
import { SYSTEM } from '#kernel/actor'
import { sealJournal } from '#kernel/journal/sealing'
import { tenancy } from '#kernel/tenancy'
import { parseSealKeys, type SealSignature } from '#lib/proof'
import { testTrust } from '#tests/helpers/trust'
import { asOwner } from '#tests/world/journals'
import { townHall, type TownHall } from './town_hall.js'

test.group('The seal of a collectivite on its own journal', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
    const { sealP12, pki } = await testTrust()
    await hall.run(() => depositSeal(sealP12, pki.password, SYSTEM))
  })
  const lastSignatures = (): Promise<SealSignature[]> =>
    hall.run(async () => {
      const own = tenancy.trx().from('kernel.journal_seals').where('tenant_id', hall.tenant.id)
      return (await own.orderBy('number', 'desc').firstOrFail()).signatures
    })
  const problems = async () => {
    const means = await ownMeans()
    return (await hall.run(() => verifyJournal(means))).problems
  }

  test('signs beside the platform, under the certificate that its page gives', async ({
    client,
    assert,
  }) => {
    assert.isTrue(await sealJournal(hall.tenant.id))
    const page = await client.get(`${hall.base}/cachet`).loginAs(hall.secretary)
    assert.include(page.text(), `${hall.base}/cachet/certificat.pem`)
    const asked = client.get(`${hall.base}/cachet/certificat.pem`).loginAs(hall.secretary)
    asked.request.buffer(true).parse(wholeText as never)
    const file = await asked
    const [{ id }] = parseSealKeys(String(file.body()))
    const [platform, member] = await lastSignatures()
    assert.deepInclude(member, { by: 'member', key: id })
    assert.equal(platform.by, 'platform')
    assert.deepEqual(await problems(), [])
  })

  test('is missed by whoever verifies, once its signature was touched', async ({ assert }) => {
    await sealJournal(hall.tenant.id)
    const [platform, member] = await lastSignatures()
    const forged = [platform, { ...member, value: platform.value }]
    await asOwner('update kernel.journal_seals set signatures = ? where tenant_id = ?', [
      JSON.stringify(forged),
      hall.tenant.id,
    ])
    assert.deepEqual(await problems(), [
      'La signature du membre sur le scellement 1 ne vaut rien : sa signature est fausse.',
    ])
  })

  test('stops nothing when it does not open', async ({ assert }) => {
    await hall.run(() => Seal.query().update({ password: 'illisible' }))
    assert.isTrue(await sealJournal(hall.tenant.id))
    assert.deepEqual(
      (await lastSignatures()).map(({ by }) => by),
      ['platform']
    )
    assert.deepEqual(await problems(), [])
  })
})

/** superagent keeps only what it knows the type of. */
function wholeText(answer: Readable, done: (error: unknown, text: string) => void) {
  const chunks: Buffer[] = []
  answer.on('data', (chunk) => chunks.push(chunk))
  answer.on('end', () => done(null, Buffer.concat(chunks).toString()))
}
