import { test } from '@japa/runner'
import { shareSpace } from '#app/ged/sharing/share_space'
import { openService } from '#app/ged/spaces/usual_spaces'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { Program, tokenOf } from '#tests/world/program'
import { person, place } from '#tests/world/world'

const BASE = '/api/v1/ged'

/** A program of an agent of Kervalan, and a space for it. */
async function scene() {
  const { id } = await place('kervalan')
  const slug = `rest-${uuidv7().slice(-12)}`
  const space = await tenancy.run(id, () => openService(slug, 'Essais'))
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const program = Program.bearing(await tokenOf(agent, 'kervalan'))
  return { tenantId: id, slug, space, agent, program }
}

function fileCalled(name: string, content: string) {
  const form = new FormData()
  form.set('file', new File([content], name))
  return form
}

test.group('The documents of a member, by program', () => {
  test('are filed, read, found, versioned and thrown away', async ({ assert }) => {
    const { program, space, slug } = await scene()
    const at = `${BASE}/espaces/${space.id}`
    const spaces = await program.get(`${BASE}/espaces`)
    assert.include(
      spaces.body.items.map((one: any) => one.slug),
      slug
    )
    const folder = await program.send('POST', `${at}/dossiers`, { name: 'Voirie' })
    assert.equal(folder.status, 201)
    const form = fileCalled('Arrêté 117.txt', 'un')
    form.set('parent', folder.body.id)
    const filed = await program.send('POST', `${at}/documents`, form)
    assert.equal(filed.status, 201)
    assert.containsSubset(filed.body, { path: 'Voirie/Arrêté 117.txt', file: { size: 2 } })
    const one = filed.headers.get('location')!
    assert.equal((await program.get(`${one}/fichier`)).text, 'un')
    const version = await program.send('POST', `${one}/versions`, fileCalled('x.txt', 'deux'))
    assert.deepEqual(
      version.body.versions.map((each: any) => each.version),
      ['1.1', '1.0']
    )
    const held = await program.get(`${BASE}/dossiers/${folder.body.id}/contenu`)
    assert.deepEqual(
      held.body.items.map((each: any) => each.name),
      ['Arrêté 117.txt']
    )
    const found = await program.get(`${BASE}/recherche?q=arrete+117+espace:${slug}`)
    assert.deepEqual(
      found.body.items.map((each: any) => each.id),
      [filed.body.id]
    )
    const twin = await program.send('POST', `${at}/dossiers`, { name: 'VOIRIE' })
    assert.equal(twin.status, 409)
    const gone = await program.send('DELETE', `${BASE}/elements/${filed.body.id}`)
    assert.equal(gone.status, 204)
    assert.equal((await program.get(one)).status, 404)
  })

  test('are read and not written by a token that reads', async ({ assert }) => {
    const { agent, space } = await scene()
    const reading = Program.bearing(await tokenOf(agent, 'kervalan', { scopes: ['ged.read'] }))
    const at = `${BASE}/espaces/${space.id}`
    assert.equal((await reading.get(`${at}/contenu`)).status, 200)
    assert.equal((await reading.send('POST', `${at}/dossiers`, { name: 'a' })).status, 403)
  })

  test('are not there for the program of a neighbour, nor of a guest at home', async ({
    assert,
  }) => {
    const { tenantId, space, slug } = await scene()
    const other = await person('Gaël Riou', { landreval: ['agent'] })
    const program = Program.bearing(await tokenOf(other, 'landreval'))
    const status = async () => (await program.get(`${BASE}/espaces/${space.id}/contenu`)).status
    assert.equal(await status(), 404)
    const guestId = (await place('landreval')).id
    await tenancy.run(tenantId, () => shareSpace({ slug, guestId, level: 'reader' }))
    assert.equal(await status(), 404, 'its token is of its own member: it comes by WebDAV')
  })
})
