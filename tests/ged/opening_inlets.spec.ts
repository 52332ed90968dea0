import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import Inlet from '#app/ged/inlets/inlet'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { uuidv7 } from '#lib/values'
import { person, place } from '#tests/world/world'
import { aFolder } from './support/documents.js'
import { scansOf } from './support/inlets.js'

const INLETS = '/c/kervalan/ged/arrivees'
const HOST = () => `http://${process.env.HOST}:${process.env.PORT}`
const PASSWORD = 'un-secret-de-boite'

async function scene() {
  const tenant = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  const folder = await within(async () => {
    await commonSpace()
    return aFolder(`Courrier ${uuidv7().slice(-6)}`)
  })
  const administrator = await person('Maëlle Le Goff', { kervalan: ['administrator'] })
  const login = `${uuidv7().slice(-6)}@kervalan.test`
  const box = {
    kind: 'mailbox',
    host: 'imap.kervalan.test',
    port: '993',
    box: 'INBOX',
    mailLogin: login,
  }
  const mailbox = { ...box, password: PASSWORD, space: 'commun', path: folder.name }
  return { tenant, within, folder, administrator, login, mailbox }
}

test.group('Opening a way by which papers come in', () => {
  test('keeps the password of a mailbox encrypted, and shows it to nobody', async ({
    client,
    assert,
  }) => {
    const { administrator, mailbox, login, within, folder } = await scene()
    const page = await client.post(INLETS).form(mailbox).loginAs(administrator).withCsrfToken()
    page.assertTextIncludes('L’arrivée est ouverte')
    page.assertTextIncludes(folder.name)
    assert.notInclude(page.text(), PASSWORD)
    const [inlet] = await within(() => Inlet.query().where('login', login))
    assert.equal(inlet.source, 'imap.kervalan.test:993/INBOX')
    assert.notInclude(inlet.password!, PASSWORD)
    const twin = await client
      .post(INLETS)
      .header('referer', HOST() + INLETS)
      .form(mailbox)
      .loginAs(administrator)
      .withCsrfToken()
    twin.assertTextIncludes('déjà relevé')
  })

  test('says all that is wrong at once, and gives back what was typed but the password', async ({
    client,
    assert,
  }) => {
    const { administrator, mailbox, login, within } = await scene()
    const page = await client
      .post(INLETS)
      .header('referer', HOST() + INLETS)
      .form({ ...mailbox, host: 'http://boite', port: '99999', box: '' })
      .loginAs(administrator)
      .withCsrfToken()
    for (const field of ['host', 'port', 'box']) assert.include(page.text(), `#champ-${field}`)
    page.assertTextIncludes(`value="${login}"`)
    assert.notInclude(page.text(), PASSWORD)
    const wrong = await client
      .post(INLETS)
      .header('referer', HOST() + INLETS)
      .form({ ...mailbox, path: 'Nulle part' })
      .loginAs(administrator)
      .withCsrfToken()
    assert.match(wrong.text(), /Aucun dossier «\s+?Nulle part\s+?»/)
    assert.lengthOf(await within(() => Inlet.query().where('login', login)), 0)
  })

  test('offers the folders of scans of the member, and tries one', async ({ client, assert }) => {
    const { administrator, tenant, within, folder } = await scene()
    const { write } = await scansOf(tenant, { 'a.txt': 'un' })
    const page = await client.get(INLETS).loginAs(administrator)
    page.assertTextIncludes('value="Accueil"')
    const asked = {
      kind: 'folder',
      folder: 'Accueil',
      scansSpace: 'commun',
      scansPath: folder.name,
    }
    await client.post(INLETS).form(asked).loginAs(administrator).withCsrfToken()
    const open = () => within(() => Inlet.query().where('folder_id', folder.id))
    const [inlet] = await open()
    await write('b.txt', 'deux')
    const tried = await client
      .post(`${INLETS}/${inlet.id}/essai`)
      .loginAs(administrator)
      .withCsrfToken()
    tried.assertStatus(200)
    tried.assertTextIncludes('2 éléments y attendent')
    await client.delete(`${INLETS}/${inlet.id}`).loginAs(administrator).withCsrfToken().redirects(0)
    assert.isNotNull((await open())[0].closedAt)
    const gone = await client.get(`${INLETS}/${inlet.id}`).loginAs(administrator)
    gone.assertStatus(404)
    const invented = await client
      .post(INLETS)
      .header('referer', HOST() + INLETS)
      .form({ ...asked, folder: '../autre' })
      .loginAs(administrator)
      .withCsrfToken()
    invented.assertTextIncludes('n’est pas sur le serveur')
  })

  test('is for who administers the member', async ({ client }) => {
    const { mailbox } = await scene()
    const agent = await person('Erwan Tanguy', { kervalan: ['agent'] })
    const refused = await client
      .post(INLETS)
      .form(mailbox)
      .accept('json')
      .loginAs(agent)
      .withCsrfToken()
    refused.assertStatus(403)
  })
})
