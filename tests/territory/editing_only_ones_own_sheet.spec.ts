import { journal } from '#kernel/journal'
import Fiche from '#app/territory/models/fiche'
import FicheRevision from '#app/territory/models/fiche_revision'
import { fillIn } from '#tests/territory/helpers/forms'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { person } from '#tests/world/world'
import { test } from '@japa/runner'

let world: Landreval
const fiche = (id: string) => inLandreval(world, () => Fiche.get(id))

test.group('a contributor from a member commune', (group) => {
  group.setup(async () => {
    world = await landreval()
  })

  test('edits a section of the sheet that she pilots, and its previous words are kept', async ({
    client,
    assert,
  }) => {
    const before = (await fiche(world.piloted)).sections.objectifs
    const page = `${world.base}/fiches/${world.piloted}/parties/objectifs`
    const text = 'Augmenter le nombre d’utilisateurs.'
    const response = await fillIn(client, world.contributor, page, { text })
    response.assertStatus(302)
    assert.equal(
      (await fiche(world.piloted)).sections.objectifs,
      'Augmenter le nombre d’utilisateurs.'
    )
    await inLandreval(world, async () => {
      const [revision] = await FicheRevision.query().where({
        ficheId: world.piloted,
        field: 'objectifs',
      })
      assert.equal(revision.before, before)
      assert.equal(revision.actorId, world.contributor.id)
      const entry = (await journal.entriesOf((await Fiche.get(world.piloted)).ref)).at(-1)!
      assert.equal(entry.type, 'territory.fiche_changed')
      assert.deepEqual(entry.data, { field: 'objectifs' })
    })
  })

  test('finds the button on her sheet and not on the other one', async ({ client, assert }) => {
    const own = await client.get(`${world.base}/fiches/${world.piloted}`).loginAs(world.contributor)
    own.assertStatus(200)
    assert.include(own.text(), '/parties/objectifs')
    assert.include(own.text(), 'Enregistrer le statut')
    const other = await client.get(`${world.base}/fiches/${world.other}`).loginAs(world.contributor)
    other.assertStatus(200)
    assert.notInclude(other.text(), '/parties/')
    assert.notInclude(other.text(), 'Enregistrer le statut')
    assert.include(other.text(), 'Vous consultez cette fiche')
  })

  for (const [what, method, path] of [
    ['opening a section', 'get', 'parties/synthese'],
    ['writing a section', 'put', 'parties/synthese'],
    ['changing the status', 'put', 'statut'],
    ['opening the values', 'get', 'valeurs/2025'],
    ['entering values', 'put', 'valeurs/2025'],
  ] as const) {
    test(`is refused by the server when ${what} of another sheet`, async ({ client, assert }) => {
      const request = client[method](`${world.base}/fiches/${world.other}/${path}`)
        .loginAs(world.contributor)
        .header('accept', 'application/json')
      const response = await (method === 'get'
        ? request
        : request.withCsrfToken().form({ text: 'Pirate', statut: 'abandonne', values: {} }))
      response.assertStatus(403)
      assert.equal(response.body().code, 'E_FICHE_NOT_YOURS')
      const untouched = await fiche(world.other)
      assert.equal(untouched.statut, 'realise')
      assert.notEqual(untouched.sections.synthese, 'Pirate')
    })
  }

  test('is refused what conducts the project, whatever the sheet', async ({ client }) => {
    const { base, projectId, piloted, contributor } = world
    for (const [method, path] of [
      ['post', `projets/${projectId}/passages`],
      ['post', `projets/${projectId}/faits`],
      ['post', `projets/${projectId}/axes`],
      ['put', `projets/${projectId}`],
      ['post', `projets/${projectId}/recommandations`],
      ['put', `projets/${projectId}/evaluations/2025`],
      ['post', `projets/${projectId}/evaluations/2025/arret`],
      ['put', `fiches/${piloted}/publication`],
      ['post', `fiches/${piloted}/pilotes`],
      ['get', `projets/${projectId}/evaluations/2025`],
      ['get', `projets/${projectId}/evaluations/2025/pdf`],
      ['delete', `fiches/${piloted}/pilotes/${contributor.id}`],
      ['post', `fiches/${piloted}/indicateurs`],
    ] as const) {
      const response = await client[method](`${base}/${path}`)
        .loginAs(contributor)
        .header('accept', 'application/json')
        .withCsrfToken()
        .form({})
      response.assertStatus(403)
    }
  })

  test('does not see a sheet that is not shown and not hers', async ({ client }) => {
    await inLandreval(world, async () => {
      const other = await Fiche.get(world.other)
      await other.merge({ public: false }).save()
    })
    const path = `${world.base}/fiches/${world.other}`
    const hidden = await client.get(path).loginAs(world.contributor)
    hidden.assertStatus(404)
    const pdf = await client.get(`${path}/fiche.pdf`).loginAs(world.contributor)
    pdf.assertStatus(404)
    const forTheLead = await client.get(path).loginAs(world.lead)
    forTheLead.assertStatus(200)
  })

  test('is a stranger to a project of another collectivite', async ({ client }) => {
    const response = await client
      .get(`/c/kervalan/projet/fiches/${world.piloted}`)
      .loginAs(world.contributor)
    response.assertStatus(404)
  })
})

test.group('the person who conducts the project', (group) => {
  group.setup(async () => {
    world = await landreval()
  })

  test('edits every sheet', async ({ client, assert }) => {
    for (const id of [world.piloted, world.other]) {
      const response = await client
        .put(`${world.base}/fiches/${id}/statut`)
        .loginAs(world.lead)
        .withCsrfToken()
        .form({ statut: 'en_pause' })
        .redirects(0)
      response.assertStatus(302)
      assert.equal((await fiche(id)).statut, 'en_pause')
    }
  })

  test('confides a sheet to a person of the collectivite, and to nobody else', async ({
    client,
    assert,
  }) => {
    const confide = (userId: string) =>
      client
        .post(`${world.base}/fiches/${world.other}/pilotes`)
        .loginAs(world.lead)
        .withCsrfToken()
        .form({ userId })
        .redirects(0)
    await confide('018f0000-0000-7000-8000-000000000000')
    assert.isFalse((await fiche(world.other)).isPilotedBy(world.contributor.id))
    const reader = await person('Loïc Kerdoncuff', { landreval: ['reader'] })
    await confide(reader.id)
    assert.isFalse((await fiche(world.other)).isPilotedBy(reader.id))
    await confide(world.contributor.id)
    assert.isTrue((await fiche(world.other)).isPilotedBy(world.contributor.id))
    const page = await client.get(`${world.base}/fiches/${world.other}`).loginAs(world.contributor)
    assert.include(page.text(), '/parties/')
  })

  test('finds the previous value in the thread of the sheet', async ({ client, assert }) => {
    const page = await client.get(`${world.base}/fiches/${world.piloted}`).loginAs(world.lead)
    assert.include(page.text(), 'Avant\u202f: En cours')
    assert.include(page.text(), 'Nolwenn Riou')
  })
})
