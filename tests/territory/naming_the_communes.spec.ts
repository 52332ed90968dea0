import { test } from '@japa/runner'
import { townCalled } from '#lib/french/search/towns'
import { systemDb } from '#kernel/system'
import Project from '#app/territory/models/project'
import { namedCommunes } from '#app/territory/models/named_communes'
import { fillIn } from '#tests/territory/helpers/forms'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { place } from '#tests/world/world'

test.group('A town is known by its whole name', () => {
  const towns = ['Commune de Kervalan', 'Commune de Saint-Orven', 'Ville de Kervalan-le-Bas'].map(
    (name) => ({ name })
  )

  test('whatever stands before it, without accents, capitals nor hyphens', ({ assert }) => {
    for (const typed of ['Kervalan', 'KERVALAN', 'commune de kervalan', 'Mairie de Kervalan']) {
      assert.equal(townCalled(towns, typed)?.name, 'Commune de Kervalan', typed)
    }
    assert.equal(townCalled(towns, 'st orven')?.name, 'Commune de Saint-Orven')
  })

  test('and a part of a name, or none, is no town', ({ assert }) => {
    for (const typed of ['Kerval', 'Orven', 'commune', '', 'Bas', '—']) {
      assert.isNull(townCalled(towns, typed), typed)
    }
  })
})

test.group('The communes of a project', (group) => {
  let world: Landreval
  let name: string
  group.setup(async () => {
    world = await landreval()
    const { id } = await place('kervalan')
    name = (await systemDb().from('kernel.tenants').where({ id }).first()).name
  })

  test('take the name of the member that they are, once; the others are kept as written', async ({
    assert,
  }) => {
    const short = name.replace(/^Commune d[e’]\s*/, '')
    const found = await inLandreval(world, () =>
      namedCommunes([short.toUpperCase(), name, 'Ailleurs-en-Mer'])
    )
    assert.deepEqual(found, { communes: [name, 'Ailleurs-en-Mer'], unknown: ['Ailleurs-en-Mer'] })
  })

  test('are recorded so by the form of the project, which says those that it does not know', async ({
    client,
    assert,
  }) => {
    const page = `${world.base}/projets/${world.projectId}/reglages`
    const sent = await fillIn(
      client,
      world.lead,
      page,
      {
        title: 'Un projet et ses communes',
        firstYear: '2024',
        lastYear: '2026',
        communes: `${name.toLowerCase()}\nAilleurs-en-Mer`,
      },
      { action: `${world.base}/projets/${world.projectId}`, isHeard: true }
    )
    sent.assertStatus(302)
    const { communes } = await inLandreval(world, () => Project.get(world.projectId))
    assert.deepEqual(communes, [name, 'Ailleurs-en-Mer'])
    assert.include(sent.flashMessage('notice'), 'Ailleurs-en-Mer')
  })
})
