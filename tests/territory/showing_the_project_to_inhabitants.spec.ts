import { tenancy } from '#kernel/tenancy'
import Evaluation from '#app/territory/models/evaluation'
import { shownEvaluations } from '#app/territory/models/shown_evaluation'
import Fiche from '#app/territory/models/fiche'
import Project from '#app/territory/models/project'
import { hasTool, run } from '#tests/helpers/tools'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'

let world: Landreval
const base = '/p/landreval/projet'

test.group('the public pages', (group) => {
  group.setup(async () => {
    world = await landreval()
    // The page shows the project that ends last: this one, for the time of the tests.
    await inLandreval(world, async () => {
      await tenancy.trx().from('territory.projects').update({ public: false })
      await tenancy
        .trx()
        .from('territory.projects')
        .where({ id: world.projectId })
        .update({ public: true })
    })
  })
  group.teardown(() =>
    inLandreval(world, async () => {
      await tenancy
        .trx()
        .from('territory.projects')
        .where({ id: world.projectId })
        .update({ public: false })
      await tenancy
        .trx()
        .from('territory.projects')
        .where({ slug: 'projet-numerique' })
        .update({ public: true })
    })
  )

  test('bear the name and the colour of the EPCI, without login', async ({ client, assert }) => {
    const page = await client.get(base)
    page.assertStatus(200)
    assert.include(page.text(), 'Communauté de communes du Pays de Landréval')
    assert.match(page.text(), /href="\/accents\/[0-9a-f]{6}\.css"/)
    assert.include(page.text(), 'application/atom+xml')
  })

  test('show the card with its legend, its nine sections and its dates', async ({
    client,
    assert,
  }) => {
    const page = await client.get(`${base}/fiches/${world.other}`)
    for (const told of [
      'prévue',
      'en cours',
      'réalisée',
      'Synthèse',
      'Bénéfices',
      'François GADBIN',
      '14 novembre 2017',
    ]) {
      assert.include(page.text(), told)
    }
  })

  test('show the four plots with their tables and the estimate said to be one', async ({
    client,
    assert,
  }) => {
    const page = (await client.get(`${base}/fiches/${world.piloted}`)).text()
    assert.lengthOf(page.match(/<svg class="plot"/g)!, 4)
    assert.include(page, '46\u202f800 (estimation)')
    assert.include(page, 'Non mesuré')
    assert.notInclude(page, '/c/landreval')
    assert.match(page, /En ce moment.*étape 4 du cycle 20\d\d/)
  })

  test('show where the actions stand as a plot, with its words beside it', async ({
    client,
    assert,
  }) => {
    const html = (await client.get(base)).text()
    assert.include(html, 'Où en sont les actions')
    assert.match(html, /<svg class="gauge"/)
    assert.match(html, /share-words[^]*en cours[^]*<strong>\d+<\/strong>/)
  })

  test('say of the open data each column and its schema', async ({ client, assert }) => {
    const page = await client.get(`${base}/donnees`)
    page.assertStatus(200)
    assert.include(page.text(), 'administration_rattachement')
    assert.include(page.text(), '4 indicateurs')
  })

  test('feed readers with well-formed Atom', async ({ client, assert }) => {
    const feed = await client.get(`${base}/fil.atom`)
    assert.include(feed.header('content-type'), 'application/atom+xml')
    const text = Buffer.isBuffer(feed.body()) ? feed.body() : Buffer.from(feed.text())
    const { status, output } = run('xmllint', ['--noout', '-'], text)
    assert.equal(status, 0, output)
    assert.lengthOf(text.toString().match(/<entry>/g)!, 2)
  }).skip(!hasTool('xmllint'), 'xmllint is not installed')

  test('hide a sheet that is not shown, from the page, the feed, the data and its own address', async ({
    client,
    assert,
  }) => {
    await inLandreval(world, async () => {
      await (await Fiche.get(world.other)).merge({ public: false }).save()
    })
    const hidden = '38 démarches en ligne'
    assert.notInclude((await client.get(base)).text(), hidden)
    const feed = await client.get(`${base}/fil.atom`)
    assert.notInclude(String(feed.text() ?? feed.body()), hidden)
    const own = await client.get(`${base}/fiches/${world.other}`)
    own.assertStatus(404)
  })

  test('keep an evaluation that tells of a hidden sheet from the public', async ({ client }) => {
    await inLandreval(world, async () => {
      const project = await Project.getWhole(world.projectId)
      const evaluation = await Evaluation.begin(project, { year: 2025, scope: 'annual' }, 'Essai')
      await evaluation.freeze(world.tenant, { kind: 'system' })
      await shownEvaluations.show(evaluation.id)
    })
    const hidden = await client.get(`${base}/evaluations/2025`)
    hidden.assertStatus(404)
    await inLandreval(world, async () => {
      await (await Fiche.get(world.other)).merge({ public: true }).save()
    })
    const shown = await client.get(`${base}/evaluations/2025`)
    shown.assertStatus(200)
    shown.assertHeader('content-type', 'application/pdf')
  })

  test('give the shown indicators as open data', async ({ client, assert }) => {
    const csv = await client.get(`${base}/indicateurs.csv`)
    assert.include(csv.header('content-type'), 'text/csv')
    assert.include(csv.text(), '39000')
  })

  test('hide everything of a project that is not shown', async ({ client }) => {
    await inLandreval(world, async () => {
      await tenancy
        .trx()
        .from('territory.projects')
        .where({ id: world.projectId })
        .update({ public: false })
    })
    const sheet = await client.get(`${base}/fiches/${world.piloted}`)
    sheet.assertStatus(404)
    const file = await client.get(`${base}/evaluations/2025`)
    file.assertStatus(404)
  })
})
