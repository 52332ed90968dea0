import { test } from '@japa/runner'
import { provision } from '#console/provisioning'
import { blueprints, demoMembers } from '#console/provisioning/library'
import { slugOf } from '#console/provisioning/slug'
import { syncTenants } from '#console/provisioning/sync'
import { Siren } from '#lib/values'

test.group('The text in tenants/', () => {
  test('describes blueprints whose circuits lead to desks that exist', async ({ assert }) => {
    const all = await blueprints()
    assert.sameMembers(
      all.map((one) => one.kind),
      ['ccas', 'commune', 'epci', 'syndicat']
    )
    for (const { parapheur } of all) {
      const known = parapheur.desks.map((desk) => desk.key)
      for (const step of parapheur.circuits.flatMap((circuit) => circuit.steps)) {
        assert.isTrue(
          step.action === 'seal' || known.includes(step.desk!),
          `${step.action} ${step.desk}`
        )
      }
      const circuits = parapheur.circuits.map((circuit) => circuit.key)
      for (const type of parapheur.types) assert.include(circuits, type.circuit)
    }
  })

  test('describes a demonstration that can be raised twice', async ({ assert }) => {
    const members = await demoMembers()
    assert.lengthOf(members, 5)
    for (const member of members) assert.equal(String(Siren.parse(member.siren)), member.siren)
    for (const member of members) await provision(member)
    // Other suites leave members with made-up numbers behind: they fail, and stop nobody.
    const again = await syncTenants({ members, dryRun: true, onFailed: () => undefined })
    const demo = again.filter(({ tenant }) => members.some((one) => one.siren === tenant.siren))
    assert.deepEqual(
      demo.flatMap(({ changes }) => changes),
      []
    )
  })

  test('does the others when one of them cannot be done, and tells it', async ({ assert }) => {
    const [sound] = await demoMembers()
    const failed: string[] = []
    const done = await syncTenants({
      members: [{ ...sound, name: 'Sans numéro', siren: '1' }, sound],
      dryRun: true,
      onFailed: (name) => failed.push(name),
    })
    assert.include(failed, 'Sans numéro')
    assert.isTrue(done.some(({ tenant }) => tenant.siren === sound.siren))
  })

  test('gives a short address to a name', ({ assert }) => {
    assert.equal(slugOf('Commune de Saint-Orven'), 'saint-orven')
    assert.equal(slugOf('Communauté de communes du Pays de Landréval'), 'landreval')
    assert.equal(slugOf('Commune d’Œuilly'), 'oeuilly')
    assert.equal(slugOf('Le Plessis-Briac'), 'plessis-briac')
  })
})
