import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { openInlet } from '#app/ged/inlets/inlet_source'
import { takeArrival } from '#app/ged/inlets/take_arrival'
import { visitInlet } from '#app/ged/inlets/visit_inlet'
import Node from '#app/ged/nodes/node'
import { documentsConfig } from '#config/documents'
import { startDovecot } from '#tests/actes/dovecot'
import { EICAR } from '#tests/helpers/daemons'
import { standInClamd } from '#tests/helpers/stand_in_clamd'
import { hasTool } from '#tests/helpers/tools'
import { memberApart } from './support/commands.js'
import { inletOf, withInlets } from './support/inlets.js'

const mail = (subject: string, part = 'mille euros') =>
  [
    `From: Anne Riou <a@exemple.test>\r\nTo: mairie@exemple.test\r\nSubject: ${subject}\r\n`,
    'Date: Thu, 12 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nBonjour.\r\n',
    '--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="Facture.txt"\r\n',
    `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(part).toString('base64')}\r\n--b--\r\n`,
  ].join('')

/** Maildir++ writes the folders of a mailbox beside it, their names in modified UTF-7. */
const DONE = '.Trait&AOk-s'

test.group('A mailbox, before the dovecot of Debian', (group) => {
  group.tap((one) => one.skip(!hasTool('dovecot'), 'dovecot is not installed'))

  async function scene(password = 'secret') {
    const box = await startDovecot()
    const source = `127.0.0.1:${box.port}/INBOX`
    withInlets({ allowedHosts: `127.0.0.1:${box.port}` })
    const member = await memberApart()
    const opened = await inletOf(member, { kind: 'mailbox', source, login: 'actes', password })
    const visit = () => visitInlet(member.id, opened.inlet.id)
    const countIn = async (folder: string) => {
      const all = await Promise.all(
        ['cur', 'new'].map((below) => readdir(join(box.maildir, folder, below)).catch(() => []))
      )
      return all.flat().length
    }
    return {
      ...opened,
      box,
      member,
      visit,
      inInbox: () => countIn('.'),
      inDone: () => countIn(DONE),
    }
  }

  test('gives each mail once with its files, and keeps it in « Traités »', async ({
    assert,
    cleanup,
  }) => {
    const { box, visit, filed, folder, within, inInbox, inDone } = await scene()
    cleanup(() => box.stop())
    box.deliver(mail('Devis du toit'))
    box.deliver(mail('Devis du toit', 'deux mille euros'))
    assert.deepEqual(await visit(), { taken: 2, refused: 0, trouble: null })
    const all = ['Devis du toit.eml', 'Devis du toit (2).eml']
    const parts = all.map((name) => name.replace('.eml', ' (pièces jointes)'))
    assert.sameMembers(await filed(), [...all, ...parts])
    for (const name of parts) {
      const carried = await within(() => Node.called(folder.within, name))
      assert.deepEqual(await filed(carried!), ['Facture.txt'])
    }
    const first = await within(() => Node.called(folder.within, all[0]))
    assert.equal(first!.title, 'Devis du toit')
    assert.equal(first!.documentDate!.toISODate(), '2026-03-12')
    assert.deepEqual([await inInbox(), await inDone()], [0, 2])
    assert.deepEqual(await visit(), { taken: 0, refused: 0, trouble: null })
  })

  test('whose visit is cut once a mail is kept gives it once', async ({ assert, cleanup }) => {
    const { box, member, inlet, visit, filed, inInbox, inDone } = await scene()
    cleanup(() => box.stop())
    box.deliver(mail('Courrier'))
    const source = await openInlet(member, inlet)
    for await (const waiting of source.waiting()) await takeArrival(member.id, inlet, waiting)
    await source.close()
    assert.deepEqual([await inInbox(), await inDone()], [1, 0])
    await visit()
    assert.deepEqual(await filed(), ['Courrier.eml', 'Courrier (pièces jointes)'])
    assert.deepEqual([await inInbox(), await inDone()], [0, 1])
  })

  test('keeps what is infected where it is, and names it', async ({ assert, cleanup }) => {
    const before = documentsConfig.clamdUrl
    const clamd = await standInClamd()
    const { box, visit, filed, arrivals, inInbox } = await scene()
    documentsConfig.clamdUrl = clamd.url
    cleanup(async () => {
      documentsConfig.clamdUrl = before
      await clamd.stop()
      await box.stop()
    })
    box.deliver(mail('Piège', EICAR.toString()))
    box.deliver(mail('Sain'))
    assert.deepEqual(await visit(), { taken: 1, refused: 1, trouble: null })
    assert.deepEqual(await filed(), ['Sain.eml', 'Sain (pièces jointes)'])
    const [refused] = await arrivals()
    assert.equal(refused.name, 'Piège.eml')
    assert.match(refused.refusal!, /programme malveillant/)
    assert.equal(await inInbox(), 1)
    await visit()
    assert.lengthOf(await arrivals(), 2)
  })

  test('that refuses the password says so', async ({ assert, cleanup }) => {
    const { box, visit, trouble } = await scene('faux')
    cleanup(() => box.stop())
    box.deliver(mail('Courrier'))
    assert.equal((await visit()).taken, 0)
    assert.match((await trouble())!, /refuse cet identifiant ou ce mot de passe/)
  })
})

test.group('A mailbox', () => {
  test('inside the house is not reached unless its operator allows it', async ({ assert }) => {
    const member = await memberApart()
    const access = { kind: 'mailbox', login: 'x', password: 'y' } as const
    const { inlet, trouble } = await inletOf(member, { ...access, source: '127.0.0.1:143/INBOX' })
    await visitInlet(member.id, inlet.id)
    assert.match((await trouble())!, /n’est pas une machine d’internet/)
  })

  test('that nobody answers for says so', async ({ assert }) => {
    const member = await memberApart()
    withInlets({ allowedHosts: '127.0.0.1' })
    const access = { kind: 'mailbox', login: 'x', password: 'y' } as const
    const { inlet, trouble } = await inletOf(member, { ...access, source: '127.0.0.1:9/INBOX' })
    await visitInlet(member.id, inlet.id)
    assert.match((await trouble())!, /ne répond pas \(ECONNREFUSED\)/)
  })
})
