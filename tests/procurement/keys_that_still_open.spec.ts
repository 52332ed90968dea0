import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { clock } from '#kernel/clock'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import Consultation from '#app/procurement/drafting/consultation'
import Exercise from '#app/procurement/holders/exercise'
import Holder from '#app/procurement/holders/holder'
import { askExercise } from '#app/procurement/jobs/ask_exercise'
import { quorumWords } from '#app/procurement/rules/quorum'
import { runDueJobs } from '#tests/helpers/jobs'
import { onlineConsultation, sharesOf } from './bidders.js'
import { market, type HeldKey, type Market } from './room.js'

const PAGE = '/c/kervalan/marches/trousseau'

test.group('The yearly exercise of opening', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  const begins = (client: ApiClient) =>
    client.post(`${PAGE}/exercice`).loginAs(town.holders[0].user).withCsrfToken()
  async function gives(client: ApiClient, key: HeldKey, from: HeldKey = key) {
    const parts = await client.get(`${PAGE}/exercice/parts`).loginAs(key.user).accept('json')
    const shares = await sharesOf(parts.body(), from)
    return client
      .post(`${PAGE}/exercice/parts`)
      .loginAs(key.user)
      .withCsrfToken()
      .accept('json')
      .json({ shares })
  }
  const proven = () =>
    tenancy.run(town.tenant.id, async () =>
      (await Holder.living()).filter(({ provenAt }) => provenAt).map(({ handle }) => handle)
    )
  const reminded = () =>
    tenancy.run(town.tenant.id, async ({ trx }) => {
      const key = `procurement.exercise:${town.tenant.id}`
      const rows = await trx.from('kernel.tasks').where({ tenant_id: town.tenant.id, key })
      return rows.length
    })

  test('proves the keys that open it together, those that come later too', async ({
    client,
    assert,
  }) => {
    const [one, two, three] = town.holders
    await begins(client)
    const alone = await gives(client, one)
    assert.deepEqual(alone.body(), { given: 1, threshold: 2, proven: [] })
    assert.deepEqual(await proven(), [])
    const together = await gives(client, three)
    assert.sameMembers(together.body().proven, [one.holder, three.holder])
    assert.sameMembers(await proven(), [one.holder, three.holder])
    await gives(client, two)
    assert.lengthOf(await proven(), 3)
    const page = await client.get(PAGE).loginAs(one.user)
    page.assertTextIncludes('Réussi le')
  })

  test('refuses a share that is not hers, and who holds no key', async ({ client, assert }) => {
    const [one, two] = town.holders
    await begins(client)
    const wrong = await client
      .post(`${PAGE}/exercice/parts`)
      .loginAs(one.user)
      .withCsrfToken()
      .accept('json')
      .json({ shares: {} })
    wrong.assertStatus(422)
    const { pli, envelope } = await tenancy.run(town.tenant.id, async () => {
      const sealed = await (await Exercise.last())!.sealedEnvelope()
      return { pli: sealed.manifest.pli, envelope: sealed.envelope.name }
    })
    const forged = { [pli]: { [envelope]: Buffer.alloc(33, 7).toString('base64url') } }
    await gives(client, two)
    const lied = await client
      .post(`${PAGE}/exercice/parts`)
      .loginAs(one.user)
      .withCsrfToken()
      .accept('json')
      .json({ shares: forged })
    assert.equal(lied.body().code, 'E_SHARE_REFUSED')
    const nobody = await client.get(`${PAGE}/exercice/parts`).loginAs(town.agent).accept('json')
    nobody.assertStatus(403)
  })

  test('is asked for when a year has passed since the last one, and no sooner', async ({
    client,
    assert,
  }) => {
    await begins(client)
    await gives(client, town.holders[0])
    await gives(client, town.holders[1])
    const asks = async () => {
      await tenancy.run(town.tenant.id, () =>
        askExercise.enqueue({}, { dedupeKey: `test:${clock.now().toMillis()}` })
      )
      await runDueJobs(town.tenant.id)
    }
    await asks()
    assert.equal(await reminded(), 0)
    await tenancy.run(town.tenant.id, async ({ trx }) => {
      const longAgo = clock.now().minus({ years: 1, days: 1 }).toJSDate()
      await trx
        .from('procurement.exercises')
        .where('tenant_id', town.tenant.id)
        .whereNotNull('opened_at')
        .update({ opened_at: longAgo })
    })
    await asks()
    assert.equal(await reminded(), 1)
    await begins(client)
    await gives(client, town.holders[0])
    await gives(client, town.holders[1])
    assert.equal(await reminded(), 0)
    await tenancy.run(town.tenant.id, () => tasks.close(`procurement.exercise:${town.tenant.id}`))
  })
})

test.group('A holder who is lost', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })

  test('is retired by who writes, and the page says what the others still open', async ({
    client,
  }) => {
    await onlineConsultation(town)
    const [, , gone] = town.holders
    const before = await client.get(PAGE).loginAs(town.agent)
    before.assertTextIncludes('3 porteurs sur 3, il en faut 2.')
    const { id } = await tenancy.run(town.tenant.id, () =>
      Holder.findByOrFail('handle', gone.holder)
    )
    const retire = () =>
      client.post(`${PAGE}/${id}/retrait`).loginAs(town.agent).withCsrfToken().accept('json')
    ;(await retire().redirects(0)).assertStatus(302)
    ;(await retire()).assertStatus(404)
    const after = await client.get(PAGE).loginAs(town.agent)
    after.assertTextIncludes('ne supporte plus aucune perte')
  })

  test('is told of every consultation, fifty a page, that of another trousseau included', async ({
    client,
    assert,
  }) => {
    const made: string[] = []
    for (let each = 0; each < 52; each++) made.push(await onlineConsultation(town))
    const [first, swapped] = [made[0], made[51]]
    await tenancy.run(town.tenant.id, () =>
      Consultation.query()
        .where('id', swapped)
        .update({ fingerprint: '0'.repeat(64) })
    )
    const page = await client.get(PAGE).loginAs(town.agent)
    page.assertTextIncludes('n’est plus celui de son règlement')
    assert.notInclude(page.text(), `marches/${first}`)
    const [, next] = /href="[^"]*(\?apres=[0-9a-f-]+)/.exec(page.text())!
    assert.include((await client.get(PAGE + next).loginAs(town.agent)).text(), `marches/${first}`)
    await tenancy.run(town.tenant.id, () => Consultation.query().whereIn('id', made).delete())
  })

  test('leaves what is published to the quorum, and what is not to another trousseau', ({
    assert,
  }) => {
    const of = (standing: number, isPublished = true, holders = 3) =>
      quorumWords({ standing, holders, threshold: 2, isPublished })
    assert.deepEqual(of(3), { meaning: 'done', words: '3 porteurs sur 3, il en faut 2.' })
    assert.match(of(2, false).words, /Reprenez-la du parapheur/)
    assert.match(of(3, true, 4).words, /l’ouverture reste assurée/)
    assert.match(of(2).words, /ne supporte plus aucune perte/)
    assert.match(of(1).words, /1 porteur sur 3.*la clé qu’elle a gardée/)
    assert.deepEqual(
      [of(2).meaning, of(1).meaning, of(2, false).meaning],
      ['trouble', 'trouble', 'waiting']
    )
  })
})
