import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import Consultation from '#app/procurement/drafting/consultation'
import { master } from '#tests/helpers/master'
import { bidder, onlineConsultation } from './bidders.js'
import { answering, emptyGroupBox, FACTS, grouped, heldBidder, idsOn, SUB } from './companies.js'
import { onlineLots } from './lots.js'
import { market, type Market } from './room.js'

test.group('What a group may not do, and what a company keeps', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
    await emptyGroupBox()
  })

  test('refuses a mandataire twice, and a company twice where the RC says so', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const [lead, other, third] = [
      await bidder('Cariou'),
      await bidder('Pennec'),
      await bidder('Riou'),
    ]
    await grouped(client, id, { lead, other })
    await answering(client, other, id).post('', { establishment: other.establishmentId })
    const second = await idsOn(client, other, id)
    // Allowed, and told: the RC says nothing
    second.page.assertTextIncludes('le permet (R2142-21)')
    await tenancy.run(town.tenant.id, () =>
      Consultation.query().where({ id }).update({ forbids_several_groups: true })
    )
    const refused = await answering(client, other, id)
      .post(`${second.candidature}/forme`, { form: 'conjoint' })
      .accept('json')
    assert.equal(refused.body().code, 'E_SEVERAL_GROUPS_FORBIDDEN')
    // Whoever answers for a company cannot lead two groups, under two of its places either
    await tenancy.run(town.tenant.id, () =>
      Consultation.query().where({ id }).update({ forbids_several_groups: false })
    )
    await grouped(client, id, { lead: third, other })
    const { rows } = await master().rawQuery(
      `update procurement.candidature_members set company_key = (
           select company_key from procurement.candidature_members where siret = ? and role = 'mandataire'),
           is_attested = true
         where siret = ? and role = 'mandataire' returning id`,
      [lead.siret, third.siret]
    )
    assert.lengthOf(rows, 1)
    const { candidature } = await idsOn(client, lead, id)
    const twice = await answering(client, lead, id)
      .post(`${candidature}/forme`, { form: 'solidaire' })
      .accept('json')
    assert.equal(twice.body().code, 'E_MANDATAIRE_TWICE')
  })

  test('where the need is divided, a mandataire of one lot may be that of another, and is told', async ({
    client,
    assert,
  }) => {
    const id = await onlineLots(town, 2, { forbidsSeveralGroups: true })
    const lead = await bidder('Cariou')
    const other = await bidder('Pennec')
    await grouped(client, id, { lead, other })
    await answering(client, other, id).post('', { establishment: other.establishmentId })
    const second = await idsOn(client, other, id)
    const form = { form: 'conjoint' }
    const chosen = await answering(client, other, id).post(`${second.candidature}/forme`, form)
    assert.equal(chosen.header('location'), `/moi/marches/kervalan/${id}/candidature`)
    second.page.assertTextIncludes('D’un lot à l’autre, c’est permis')
  })

  test('says everything that is wrong at once, each at its field', async ({ client, assert }) => {
    const id = await onlineConsultation(town)
    const lead = await bidder('Cariou')
    const leads = answering(client, lead, id)
    await leads.post('', { establishment: lead.establishmentId })
    const { candidature, own } = await idsOn(client, lead, id)
    const fieldsOf = async (path: string, fields: object) => {
      const { errors } = (await leads.post(path, { ...fields }).accept('json')).body()
      return errors.map(({ field }: { field: string }) => field)
    }
    assert.sameMembers(
      await fieldsOf(`membres/${own}`, {
        ...FACTS,
        ...{ turnover1: 'beaucoup', workforce: '-1', isNotExcluded: '', isInReceivership: 'true' },
      }),
      ['turnover1', 'workforce', 'isNotExcluded', 'receivership']
    )
    assert.sameMembers(
      await fieldsOf(`${candidature}/membres`, {
        ...{ siret: '123', company: 'X SA', email: 'x@exemple.test', part: '140' },
      }),
      ['siret', 'part']
    )
    assert.sameMembers(
      await fieldsOf(`${candidature}/sous-traitants`, {
        ...SUB,
        ...{ amount: 'peu', siret: '12', isNotExcluded: '' },
      }),
      ['amount', 'siret', 'isNotExcluded']
    )
  })

  test('keeps what a company says of itself for the next tender, once somebody vouched for her', async ({
    client,
    assert,
  }) => {
    const [first, second] = [await onlineConsultation(town), await onlineConsultation(town)]
    const [held, claims] = [await heldBidder('Le Goff'), await bidder('Inconnue')]
    for (const her of [held, claims]) {
      await answering(client, her, first).post('', { establishment: her.establishmentId })
      const { own } = await idsOn(client, her, first)
      ;(await answering(client, her, first).post(`membres/${own}`, FACTS)).assertStatus(302)
      await answering(client, her, second).post('', { establishment: her.establishmentId })
      const next = await idsOn(client, her, second)
      const page = await answering(client, her, second).get(`membres/${next.own}`)
      assert.equal(page.text().includes('Anne Cariou'), her === held)
    }
  })
})
