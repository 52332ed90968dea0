import type { ApiClient } from '@japa/api-client'
import Fiche from '#app/territory/models/fiche'
import Project from '#app/territory/models/project'
import { fillIn } from '#tests/territory/helpers/forms'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'

let world: Landreval
const fiche = () => inLandreval(world, () => Fiche.get(world.other))
const page = (path: string) => `${world.base}/fiches/${world.other}/${path}`
/** The sentence at each field, as a program reads it. */
async function problems(
  client: ApiClient,
  path: string,
  typed: Record<string, unknown>,
  action?: string
) {
  const method = action ? ('post' as const) : ('put' as const)
  const accept = 'application/json'
  const options = { accept, method, ...(action && { action: page(action) }) }
  const answer = await fillIn(client, world.lead, page(path), typed, options)
  answer.assertStatus(422)
  const { errors } = answer.body() as { errors: { field: string; message: string }[] }
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]))
}

test.group('what cannot be read is said at its field, all at once', (group) => {
  group.setup(async () => {
    world = await landreval()
  })

  test('in the head of a sheet', async ({ client, assert }) => {
    const found = await problems(client, 'parties/essentiel', {
      title: 'Un',
      echeance: 'bientôt',
      carbonState: 'non_mesure',
      carbon: '0',
      publishedOn: '2020-01-02',
      editedOn: '2020-01-01',
      author: 'Maëlle',
    })
    assert.deepEqual(Object.keys(found).sort(), ['carbonState', 'echeance', 'editedOn', 'title'])
    assert.include(found.echeance, 'T4 2027')
  })

  test('in its costs and its steps, at the row', async ({ client, assert }) => {
    const costs = await problems(client, 'parties/budget', {
      costs: [{ label: 'Bornes', min: '500KF', max: '', currency: 'XPF', per: 'unit' }],
      funding: [{ source: 'Région', amount: '-3', currency: 'USD', state: 'obtenu' }],
    })
    assert.deepEqual(Object.keys(costs).sort(), [
      'costs.0.min',
      'funding.0.amount',
      'funding.0.currency',
    ])
    const steps = await problems(client, 'parties/deroule', {
      etapes: [{ text: 'Arbitrer', from: '11', to: '3', due: 'un jour' }],
    })
    assert.deepEqual(Object.keys(steps).sort(), ['etapes.0.due', 'etapes.0.to'])
  })

  test('in an indicator', async ({ client, assert }) => {
    const found = await problems(
      client,
      'indicateurs/nouveau',
      {
        title: 'Nombre de visites',
        unit: '',
        nature: 'autre',
        precision: '0',
        baseline: 'une vingtaine',
        target: 'beaucoup',
        targetYear: '27',
      },
      'indicateurs'
    )
    assert.deepEqual(Object.keys(found).sort(), [
      'baseline',
      'nature',
      'target',
      'targetYear',
      'unit',
    ])
  })

  test('and the form comes back with every word that was typed', async ({ client, assert }) => {
    const answer = await fillIn(client, world.lead, page('parties/budget'), {
      costs: [{ label: 'Bornes tactiles', min: '500KF', currency: 'XPF', per: 'unit' }],
    })
    answer.assertStatus(302)
    assert.equal(answer.header('location'), page('parties/budget'))
    assert.lengthOf((await fiche()).costs, 0)
  })

  test('a sheet is not moved under the axe of another project', async ({ client, assert }) => {
    const elsewhere = await landreval()
    const { axes } = await inLandreval(elsewhere, () => Project.getWhole(elsewhere.projectId))
    const answer = await client
      .put(page('axe'))
      .loginAs(world.lead)
      .withCsrfToken()
      .header('accept', 'application/json')
      .form({ axeId: axes[0].id })
    answer.assertStatus(422)
    assert.equal((await fiche()).fullNumber, '2.1')
  })
})
