import { test } from '@japa/runner'
import { documentsConfig } from '#config/documents'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { linkPath } from '#app/ged/links/addresses'
import { openLink } from '#app/ged/links/open_link'
import Node from '#app/ged/nodes/node'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { exchanged } from '#tests/exchange/scene'
import { EICAR, startClamd } from '#tests/helpers/daemons'
import { standInClamd } from '#tests/helpers/stand_in_clamd'
import { hasTool } from '#tests/helpers/tools'
import { lay, visitor } from '#tests/helpers/visitor'
import { Program, tokenOf } from '#tests/world/program'
import { person, place } from '#tests/world/world'
import { cmisScene } from './support/cmis.js'
import { importInto, memberApart } from './support/commands.js'
import { aDocument, aFolder } from './support/documents.js'
import { folderOf } from './support/folders.js'
import { davScene } from './support/webdav.js'

const BASE = '/c/kervalan/ged'
const HOST = () => `http://${process.env.HOST}:${process.env.PORT}`
/** clamd looks at what is short for what it knows: two files of it are not one blob. */
const infected = () => Buffer.concat([EICAR, Buffer.from(uuidv7())])
const SAID = /contient un programme malveillant \(.*Eicar.*\)/

const JUDGES = {
  'an antivirus that speaks as clamd': { start: standInClamd, isHere: () => true },
  'the clamd of this machine': { start: startClamd, isHere: () => hasTool('clamd') },
}

async function folderHere() {
  const { id } = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(id, work)
  const folder = await within(async () => {
    await commonSpace()
    return aFolder('Reçus')
  })
  const names = () => within(async () => (await Node.at(folder.within)).map(({ name }) => name))
  return { within, folder, names }
}

for (const [judge, { start, isHere }] of Object.entries(JUDGES)) {
  test.group(`An infected file, before ${judge}`, (group) => {
    const before = documentsConfig.clamdUrl
    let stop: (() => Promise<void>) | undefined
    group.tap((one) => one.skip(!isHere(), 'clamd is not installed'))
    group.setup(async () => {
      if (!isHere()) return
      const running = await start()
      stop = running.stop
      documentsConfig.clamdUrl = running.url
    })
    group.teardown(async () => {
      documentsConfig.clamdUrl = before
      await stop?.()
    })

    test('is set aside on the page, named, and the others of the drop are filed', async ({
      client,
      assert,
    }) => {
      const { folder, names } = await folderHere()
      const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
      const page = await client
        .post(`${BASE}/espaces/commun/documents`)
        .field('parent', folder.id)
        .file('files[]', Buffer.from('un'), { filename: 'Arrêté 117 du 12-03-2026.txt' })
        .file('files[]', infected(), { filename: 'Facture piégée.doc' })
        .file('files[]', Buffer.from('deux'), { filename: 'Plan.txt' })
        .loginAs(agent)
        .withCsrfToken()
      assert.match(page.text(), SAID)
      page.assertTextIncludes('2 documents déposés')
      page.assertTextIncludes('Facture piégée.doc')
      page.assertTextIncludes('12/03/2026')
      assert.sameMembers(await names(), ['Arrêté 117 du 12-03-2026.txt', 'Plan.txt'])
    })

    test('is refused as a version, and the document stays as it was', async ({
      client,
      assert,
    }) => {
      const { within, folder } = await folderHere()
      const document = await within(() => aDocument('Plan.txt', folder))
      const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
      const page = await client
        .post(`${BASE}/documents/${document.id}/versions`)
        .header('referer', `${HOST()}${BASE}/documents/${document.id}`)
        .file('file', infected(), { filename: 'plan.txt' })
        .loginAs(agent)
        .withCsrfToken()
      assert.match(page.text(), SAID)
      page.assertTextIncludes('Version 1.0')
    })

    test('is set aside by an import of a folder, a ZIP or a message', async ({ assert }) => {
      const member = await memberApart()
      const bytes = infected()
      const message = [
        'From: Un inconnu <x@exemple.test>\r\nTo: mairie@exemple.test\r\nSubject: Votre facture\r\n',
        'Date: Thu, 12 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n',
        'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nVoir ci-joint.\r\n',
        '--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="f.doc"\r\n',
        `Content-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}\r\n--b--\r\n`,
      ].join('')
      const root = await folderOf({
        'a.txt': 'un',
        'b/piège.doc': bytes,
        'c.txt': 'trois',
        'message.eml': message,
      })
      const { report, status } = await importInto(member, `${root}/b/..`)
      assert.equal(status, 1)
      assert.isAtLeast(report.imported, 2)
      const [told] = report.errors.filter(({ path }: { path: string }) => path === 'b/piège.doc')
      assert.equal(told.code, 'E_DOCUMENT_INFECTED')
      assert.match(told.message, /piège\.doc.*Eicar/)
      const mail = await importInto(member, `${root}/message.eml`)
      const parts = mail.report.errors.map(({ path, code }: any) => [path, code])
      assert.deepInclude(parts, ['message (pièces jointes)/1/f.doc', 'E_DOCUMENT_INFECTED'])
      assert.equal(mail.status, 1)
      const trial = await importInto(member, root, '--dry-run', '--space', 'essai')
      assert.include(
        trial.report.errors.map(({ code }: { code: string }) => code),
        'E_DOCUMENT_INFECTED'
      )
    })

    test('does not come in by WebDAV, CMIS nor our own interface', async ({ assert }) => {
      const { ask } = await davScene()
      const put = await ask('PUT', '/piege.doc', {}, infected())
      assert.equal(put.status, 422)
      assert.match(put.text, SAID)
      assert.equal((await ask('GET', '/piege.doc')).status, 404)
      const { document } = await cmisScene()
      const made = await document('piege.doc', infected().toString('latin1'))
      assert.deepInclude(made.json, { exception: 'constraint' })
      assert.match(made.json.message, SAID)
      const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
      const program = Program.bearing(await tokenOf(agent, 'kervalan'))
      const { id: tenantId } = await place('kervalan')
      const space = await tenancy.run(tenantId, () => commonSpace())
      const form = new FormData()
      form.set('file', new File([infected()], 'piege.doc'))
      const sent = await program.send('POST', `/api/v1/ged/espaces/${space.id}/documents`, form)
      assert.equal(sent.status, 422)
      assert.match(sent.text, SAID)
    })

    test('does not come in by a link to deposit, nor by an exchange', async ({ assert }) => {
      const { within, folder, names } = await folderHere()
      const until = clock.now().plus({ days: 1 }).toISODate()!
      const link = await within(() => openLink(folder, { kind: 'drop', until }, SYSTEM))
      const address = linkPath(await place('kervalan'), link.id)
      const guest = visitor('203.0.113.61')
      const begun = await guest.send(address, `${address}/depots`, {
        depositor: 'SARL Bâti Breizh',
      })
      const door = `/depot/${begun.headers.get('location')!.split('/').at(-1)}`
      assert.equal(await lay(guest, door, 'piège.doc', infected()), 422)
      assert.equal(await lay(guest, door, 'plan.txt', Buffer.from('un plan')), 201)
      assert.deepEqual(await names(), ['plan.txt'])
      await exchanged({}, '203.0.113.62', {
        async fill(sender, box) {
          assert.equal(await lay(sender, box, 'piège.doc', infected()), 422)
          assert.equal(await lay(sender, box, 'plan.txt', Buffer.from('un plan')), 201)
        },
      })
    })
  })
}

test.group('An antivirus that does not answer', (group) => {
  const before = documentsConfig.clamdUrl
  group.setup(() => void (documentsConfig.clamdUrl = 'tcp://127.0.0.1:1'))
  group.teardown(() => void (documentsConfig.clamdUrl = before))

  test('lets nothing in unseen, and each file says that it was not kept', async ({
    client,
    assert,
  }) => {
    const { folder, names } = await folderHere()
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const page = await client
      .post(`${BASE}/espaces/commun/documents`)
      .field('parent', folder.id)
      .file('files[]', Buffer.from('un'), { filename: 'Plan.txt' })
      .loginAs(agent)
      .withCsrfToken()
    page.assertStatus(200)
    page.assertTextIncludes('Rien n’a été déposé')
    page.assertTextIncludes('L’antivirus ne répond pas')
    assert.deepEqual(await names(), [])
    const { report, status } = await importInto(
      await memberApart(),
      await folderOf({ 'a.txt': 'a' })
    )
    assert.deepEqual([status, report.errors[0].code], [1, 'E_ANTIVIRUS_SILENT'])
  })
})
