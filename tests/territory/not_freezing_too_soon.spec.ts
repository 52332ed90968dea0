import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import Evaluation from '#app/territory/models/evaluation'
import Project from '#app/territory/models/project'
import { beforeFreezing } from '#app/territory/rules/freezing'
import { fillIn, seenIn } from './helpers/forms.js'
import { inLandreval, landreval, type Landreval } from './helpers/landreval.js'

const situation = {
  key: { year: 2025, scope: 'annual' as const },
  step: 'mise_en_oeuvre' as const,
  year: 2026,
  incompleteFiches: [],
}

test.group('An evaluation, before it is frozen for good', (group) => {
  let world: Landreval
  group.setup(async () => {
    world = await landreval('mise_en_oeuvre')
  })
  const page = (key: string) => `${world.base}/projets/${world.projectId}/evaluations/${key}`
  const of = (year: number) =>
    inLandreval(world, () =>
      Evaluation.query().where({ projectId: world.projectId, year }).firstOrFail()
    )
  const freeze = (client: ApiClient, key: string, form = {}) =>
    client
      .post(`${page(key)}/arret`)
      .loginAs(world.lead)
      .withCsrfToken()
      .header('referer', page(key))
      .form(form)

  test('waits for the end of its year, for the project and for its sheets', ({ assert }) => {
    assert.deepEqual(beforeFreezing(situation), [])
    assert.lengthOf(beforeFreezing({ ...situation, year: 2025 }), 1)
    assert.lengthOf(beforeFreezing({ ...situation, step: 'lancement' }), 1)
    const incompleteFiches = [{ title: 'Une' }, { title: 'Deux' }]
    assert.lengthOf(beforeFreezing({ ...situation, incompleteFiches }), 2)
  })

  test('is not frozen in its own year, and the page says why', async ({ client, assert }) => {
    await fillIn(client, world.lead, page('2026'), { introduction: 'Trop tôt.' })
    const answer = await freeze(client, '2026')
    assert.include(answer.text(), 'L’année 2026 n’est pas finie')
    assert.equal((await of(2026)).state, 'draft')
  })

  test('records what is typed above the button before it freezes it', async ({
    client,
    assert,
  }) => {
    await fillIn(client, world.lead, page('2025'), { introduction: 'La première version.' })
    const seen = await seenIn(client, world.lead, page('2025'))
    await freeze(client, '2025', { introduction: 'La dernière version.', seen })
    const evaluation = await of(2025)
    assert.equal(evaluation.state, 'frozen')
    assert.equal(evaluation.introduction, 'La dernière version.')
  })

  test('is shown to the inhabitants by a gesture of its own', async ({ client, assert }) => {
    await inLandreval(world, async () => {
      await (await Project.get(world.projectId)).merge({ public: true, lastYear: 2031 }).save()
    })
    const shown = () => client.get('/p/landreval/projet/evaluations/2025')
    ;(await shown()).assertStatus(404)
    const button = await client.get(page('2025')).loginAs(world.lead)
    assert.include(button.text(), 'Publier l’évaluation')
    const publish = (path: string) =>
      client.post(path).loginAs(world.lead).withCsrfToken().redirects(0)
    await publish(`${page('2025')}/publication`)
    ;(await shown()).assertStatus(200)
    await publish(`${page('2025')}/publication?_method=DELETE`)
    ;(await shown()).assertStatus(404)
  })
})
