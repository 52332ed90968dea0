import { journal } from '#kernel/journal'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { provisionTerritory } from '#rooms/territory'
import { seedDemo } from '#app/territory/demo'
import Evaluation from '#app/territory/models/evaluation'
import Project from '#app/territory/models/project'
import { person, place } from '#tests/world/world'
import { test } from '@japa/runner'

/** Everything happens in a transaction that is then given up: other runs find the place empty. */
async function provisioned(look: (projectId: string) => Promise<void>) {
  const tenant = await place('landreval')
  const lead = await person('Nolwenn Riou', { landreval: ['administrator'] })
  const contributor = await person('Maëlle Le Goff', { landreval: ['contributor'] })
  const people = {
    lead: { userId: lead.id, name: 'Nolwenn Riou' },
    contributor: { userId: contributor.id },
  }
  await tenancy.run(tenant.id, async () => {
    await tenancy
      .trx()
      .from('territory.projects')
      .where('slug', 'projet-numerique')
      .update({ slug: 'un-autre' })
    const id = await provisionTerritory(tenant, people)
    await look(id)
    if ((await provisionTerritory(tenant, people)) !== id) throw new Error('provisioned twice')
    tenancy.fail()
  })
}

test.group('the demo project', () => {
  test('goes through the real guards to its implementation, with two axes and two sheets', async ({
    assert,
  }) => {
    await provisioned(async (id) => {
      const project = await Project.getWhole(id)
      assert.equal(project.state, 'mise_en_oeuvre')
      assert.deepEqual(
        project.axes.map((axe) => axe.fiches.length),
        [1, 1]
      )
      const facts = (await journal.entriesOf(project.ref)).map((entry) => entry.type)
      assert.deepEqual(facts, [
        'territory.project_launch',
        'territory.project_diagnose',
        'territory.project_formalise',
        'territory.project_implement',
      ])
    })
  })

  test('has one frozen evaluation whose PDF is kept', async ({ assert }) => {
    await provisioned(async (projectId) => {
      const evaluation = await Evaluation.findByOrFail({ projectId })
      assert.equal(evaluation.state, 'frozen')
      const pdf = await documents.read(evaluation.documentId!)
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
      const [first] = evaluation.snapshot!.axes[0].fiches[0].indicators
      assert.equal(first.latest, '31 (2025)')
      assert.equal(first.verdict, 'reached')
    })
  })
})

test.group('the seed of the demonstration', () => {
  test('fills a place that has who conducts and who contributes, once', async ({ assert }) => {
    const tenant = await place('kervalan')
    await tenancy.run(tenant.id, async () => {
      await tenancy
        .trx()
        .from('kernel.memberships')
        .update({ roles: ['reader'] })
      assert.deepEqual(await seedDemo(tenant), [])
      await person('Nolwenn Riou', { kervalan: ['administrator'] })
      await person('Maëlle Le Goff', { kervalan: ['contributor'] })
      assert.lengthOf(await seedDemo(tenant), 1)
      assert.deepEqual(await seedDemo(tenant), [])
      tenancy.fail()
    })
  })
})
