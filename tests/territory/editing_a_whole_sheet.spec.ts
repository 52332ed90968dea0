import type { ApiClient } from '@japa/api-client'
import Fiche from '#app/territory/models/fiche'
import FicheRevision from '#app/territory/models/fiche_revision'
import Project from '#app/territory/models/project'
import { SECTION_CODES } from '#app/territory/rules/fiche_sections'
import { fillIn } from '#tests/territory/helpers/forms'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'

let world: Landreval
const fiche = () => inLandreval(world, () => Fiche.get(world.other))
const page = (path: string) => `${world.base}/fiches/${world.other}/${path}`
const write = (client: ApiClient, part: string, typed: Record<string, unknown>) =>
  fillIn(client, world.lead, page(`parties/${part}`), typed)
test.group('the person who conducts the project edits every field of a sheet', (group) => {
  group.setup(async () => {
    world = await landreval()
  })

  test('each of its texts', async ({ client, assert }) => {
    for (const code of SECTION_CODES) {
      const answer = await write(client, code, { text: `Ce que dit ${code}.` })
      answer.assertStatus(302)
    }
    const { sections } = await fiche()
    for (const code of SECTION_CODES) assert.equal(sections[code], `Ce que dit ${code}.`)
  })

  test('its title, its due date, its carbon and its first publication', async ({
    client,
    assert,
  }) => {
    await write(client, 'essentiel', {
      title: 'Un guichet pour tous',
      echeance: 'q4 2027',
      echeanceAbout: 'arbitrage',
      carbonState: 'estime',
      carbon: '1 200,5',
      indicatorsNote: 'Indicateurs de suivi',
      origin: 'Plan de mandat',
      publishedOn: '07/11/2017',
      editedOn: '2017-11-14',
      author: 'François Gadbin',
      place: 'Saint-Sébastien-sur-Loire',
    })
    const { content } = await fiche()
    assert.equal(content.title, 'Un guichet pour tous')
    assert.deepEqual([content.echeance?.label, content.echeance?.about], ['T4 2027', 'arbitrage'])
    assert.equal(String(content.echeance?.due), '2027-12-31')
    assert.deepEqual(content.carbon, { state: 'estime', kgCo2e: 1200.5 })
    assert.equal(content.indicatorsNote, 'Indicateurs de suivi')
    assert.equal(content.origin, 'Plan de mandat')
    assert.equal(content.publication?.publishedOn, '2017-11-07')
  })

  test('its costs and who pays for them; an emptied row is taken away', async ({
    client,
    assert,
  }) => {
    const empty = { label: '', min: '', max: '', currency: 'EUR', per: 'once' }
    const development = {
      label: 'Développement',
      min: '5 000 000',
      max: '10,000,000',
      currency: 'XPF',
      per: 'year',
    }
    const region = { source: 'Région', amount: '12 000', currency: 'EUR', state: 'obtenu' }
    const own = { source: 'Fonds propres', amount: '8000', currency: 'EUR', state: 'a_demander' }
    await write(client, 'budget', { costs: [empty, development, empty], funding: [region, own] })
    const { costs, funding } = await fiche()
    assert.deepEqual(costs, [
      { label: 'Développement', min: '5000000', max: '10000000', currency: 'XPF', per: 'year' },
    ])
    assert.deepEqual(
      funding.map(({ source, amount, state }) => [source, amount, state]),
      [
        ['Région', '12000', 'obtenu'],
        ['Fonds propres', '8000', 'a_demander'],
      ]
    )
    const shown = await client.get(page('')).loginAs(world.lead)
    assert.include(shown.text(), 'Total\u202f: 20\u202f000 euros, dont 12\u202f000 euros obtenus')
  })

  test('its steps with their dates and states, and what comes back every year', async ({
    client,
    assert,
  }) => {
    const etapes = [
      { text: 'Analyser l’existant', state: 'faite', due: '30/09/2026', from: '1', to: '10' },
      { text: 'Arbitrer', state: 'en_cours', due: 'novembre 2026', from: '11', to: '', year: '0' },
      { text: 'Développer', state: '', due: '', from: '1', to: '12', year: '1' },
      { text: '', state: 'a_faire', due: '', from: '', to: '', year: '0' },
    ]
    await write(client, 'deroule', { etapes, recurrence: 'Action récurrente.' })
    const { content } = await fiche()
    assert.deepEqual(
      content.etapes.map(({ state, due }) => [state, due?.due ?? null]),
      [
        ['faite', '2026-09-30'],
        ['en_cours', '2026-11-30'],
        ['a_faire', null],
      ]
    )
    assert.deepEqual(content.recurrence, {
      text: 'Action récurrente.',
      cycle: [
        { etape: 1, yearOffset: 0, fromMonth: 1, toMonth: 10 },
        { etape: 2, yearOffset: 0, fromMonth: 11, toMonth: 11 },
        { etape: 3, yearOffset: 1, fromMonth: 1, toMonth: 12 },
      ],
    })
    const shown = await client.get(page('')).loginAs(world.lead)
    assert.include(shown.text(), '1 étape faite sur 3')
  })

  test('how an indicator is counted, where it starts and where it goes', async ({
    client,
    assert,
  }) => {
    const typed = {
      title: 'Nombre de visites',
      unit: 'visites',
      nature: 'flow',
      precision: '0',
      baseline: '39,000',
      baselineFrom: '2017-01-01',
      baselineTo: '2017-10-31',
      baselineSource: 'Statistiques du site',
      target: '> 50 000',
      targetYear: '2027',
      wording: 'dépasser les 50,000/an',
    }
    await fillIn(client, world.lead, page('indicateurs/nouveau'), typed, {
      action: page('indicateurs'),
      method: 'post',
    })
    const [created] = (await fiche()).indicators
    assert.equal(created.toMeasure().values[0].value, 39_000)
    const changed = { ...typed, unit: 'connexions', target: '+20 %', baselineTo: '2017-12-31' }
    await fillIn(client, world.lead, page(`indicateurs/${created.id}`), changed)
    const [indicator] = (await fiche()).indicators
    assert.equal(indicator.unit, 'connexions')
    assert.deepEqual(indicator.toMeasure().target, { operator: 'increase_percent', value: 20 })
    assert.equal(String(indicator.values[0].period!.to), '2017-12-31')
    assert.lengthOf(indicator.values, 1)
    assert.equal(indicator.values[0].source, 'Statistiques du site')
  })

  test('an indicator taken away leaves its figures in the history', async ({ client, assert }) => {
    const [{ id }] = (await fiche()).indicators
    const answer = await client
      .delete(page(`indicateurs/${id}`))
      .loginAs(world.lead)
      .withCsrfToken()
      .redirects(0)
    answer.assertStatus(302)
    assert.lengthOf((await fiche()).indicators, 0)
    const history = await client.get(page('historique')).loginAs(world.lead)
    assert.include(history.text(), 'Valeur de départ 39\u202f000 (2017)')
  })

  test('the axe under which it stands', async ({ client, assert }) => {
    const { axes } = await inLandreval(world, () => Project.getWhole(world.projectId))
    await client
      .put(page('axe'))
      .loginAs(world.lead)
      .withCsrfToken()
      .form({ axeId: axes[0].id })
      .redirects(0)
    assert.equal((await fiche()).fullNumber, '1.2')
  })

  test('each change keeps what it replaces', async ({ assert }) => {
    const kept = await inLandreval(world, () =>
      FicheRevision.query().where('ficheId', world.other).orderBy('id')
    )
    const fields = new Set(kept.map(({ field }) => field.split(':')[0]))
    for (const field of ['essentiel', 'budget', 'deroule', 'indicateur', 'axe', 'synthese']) {
      assert.isTrue(fields.has(field), field)
    }
    const budget = kept.find(({ field }) => field === 'budget')!
    assert.include(budget.after!, 'Financement Région\u202f: 12\u202f000 euros (obtenu)')
  })
})
