import Project from '#app/territory/models/project'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'

let world: Landreval

test.group('the axes of a project', (group) => {
  group.setup(async () => {
    world = await landreval()
  })
  const axes = async () =>
    (await inLandreval(world, () => Project.getWhole(world.projectId))).axes.map((axe) => axe.title)

  test('change their title and their rank', async ({ client, assert }) => {
    const project = await inLandreval(world, () => Project.getWhole(world.projectId))
    await client
      .put(`${world.base}/axes/${project.axes[1].id}`)
      .loginAs(world.lead)
      .withCsrfToken()
      .form({ title: 'Un guichet', number: '1' })
      .redirects(0)
    assert.deepEqual(await axes(), ['Un guichet', 'Axe 1'])
  })

  test('are taken away only when they are empty', async ({ client, assert }) => {
    const remove = async (id: string) =>
      client
        .delete(`${world.base}/axes/${id}`)
        .loginAs(world.lead)
        .withCsrfToken()
        .header('accept', 'application/json')
        .redirects(0)
    const project = await inLandreval(world, () => Project.getWhole(world.projectId))
    const full = await remove(project.axes[0].id)
    full.assertStatus(409)
    await client
      .post(`${world.base}/projets/${project.id}/axes`)
      .loginAs(world.lead)
      .withCsrfToken()
      .form({ title: 'Un axe de trop' })
      .redirects(0)
    const added = (await inLandreval(world, () => Project.getWhole(world.projectId))).axes.at(-1)!
    const empty = await remove(added.id)
    empty.assertStatus(302)
    assert.deepEqual(await axes(), ['Un guichet', 'Axe 1'])
  })
})
