import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { LocalDate } from '#lib/values'
import { actesConfig } from '#config/actes'
import { inboxStore } from '#app/actes/gateways/inbox_store'
import { keepMail } from '#app/actes/jobs/process_mail'
import { publish } from '#app/actes/jobs/publish'
import type Acte from '#app/actes/models/acte'
import { doubtAbout } from '#app/actes/rules/doubt'
import { verifyReceipt } from '#app/actes/receipt_trust'
import { actesSettings, saveActesSettings } from '#app/actes/settings'
import { composed, NS, receiptXml } from './foreign_mail.js'
import { commune, forgetJobs, reload, sentActe, until } from './room.js'

const today = () => LocalDate.at(clock.now())
const headers = (value: string) => ({ headers: { 'Authentication-Results': value } })

test.group('An answer of the ministry is believed', (group) => {
  let kervalan: Tenant
  group.setup(async () => {
    kervalan = await commune()
  })
  group.each.setup(async () => {
    await forgetJobs()
  })

  const answer = async (acte: Acte, content: string, more: object = {}) => {
    const raw = await composed({ ...more, attachments: [{ filename: 'ar.xml', content }] })
    await keepMail(raw)
    const { id } = await systemDb().from('actes.inbox_mails').orderBy('id', 'desc').firstOrFail()
    await until(async () => (await inboxStore.find(id))!.state !== 'new')
    const mail = (await inboxStore.find(id))!
    return { state: (await reload(kervalan, acte)).state, mail: mail.state, why: mail.error ?? '' }
  }

  test('when it comes the day of the sending, or later', async ({ assert }) => {
    const acte = await sentActe(kervalan)
    const { state, mail } = await answer(acte, receiptXml(acte.identifier!, String(today())))
    assert.deepEqual([state, mail], ['acknowledged', 'understood'])
  })

  for (const [when, day, why] of [
    ['before the sending', '1999-12-31', /avant l’envoi/],
    ['in the future', '2099-01-01', /pas encore venu/],
    ['on a day that is none', '2026-02-31', /Date illisible/],
  ] as const) {
    test(`not when it is dated ${when}: a person looks at it`, async ({ assert }) => {
      const acte = await sentActe(kervalan)
      const said = await answer(acte, receiptXml(acte.identifier!, day))
      assert.equal(said.state, 'transmitted')
      assert.equal(said.mail, 'unmatched')
      assert.match(said.why, why)
    })
  }

  test('not when it is a cancellation, a letter or a deferral of another time', async ({
    assert,
  }) => {
    const acte = await sentActe(kervalan)
    const id = `actes:IDActe="${acte.identifier}"`
    for (const xml of [
      `<actes:DefereTA ${NS} ${id}><actes:DateDepot>2020-01-01</actes:DateDepot><actes:NatureIllegalite>x</actes:NatureIllegalite></actes:DefereTA>`,
      `<actes:CourrierSimple ${NS} ${id} actes:DateCourrierPref="2099-01-01"/>`,
      `<actes:ARAnnulation ${NS} ${id} actes:DateReception="${today()}"/>`,
    ]) {
      const { mail, state } = await answer(acte, xml)
      assert.deepEqual([mail, state], ['unmatched', 'transmitted'])
    }
  })

  test('a classification that nobody asked for changes nothing by itself', ({ assert }) => {
    const message = {
      kind: 'classification' as const,
      classification: { date: '2020-01-01', natures: [], matieres: [] } as never,
    }
    const sending = { sentOn: null, today: '2026-11-28' }
    assert.match(doubtAbout(message, 'unchecked', sending)!, /pas trace/)
    assert.isNull(doubtAbout(message, 'unchecked', { ...sending, sentOn: '2026-11-28' }))
  })

  test('when the named server vouches for it, and else a person looks', async ({
    assert,
    cleanup,
  }) => {
    const { trust } = actesConfig.inbox
    actesConfig.inbox.trust = { host: 'mx.test', domains: ['interieur.gouv.fr'] }
    cleanup(() => void (actesConfig.inbox.trust = trust))
    const acte = await sentActe(kervalan)
    const xml = receiptXml(acte.identifier!, String(today()))
    const forged = await answer(acte, xml, headers('mx.test; dkim=pass header.d=attaquant.example'))
    assert.equal(forged.state, 'transmitted')
    assert.match(forged.why, /non authentifiée/)
    const real = await answer(acte, xml, headers('mx.test; dkim=pass header.d=interieur.gouv.fr'))
    assert.equal(real.state, 'acknowledged')
  })

  test('is published at once or, where one wants so, after an agent has looked', async ({
    assert,
    cleanup,
  }) => {
    const settle = (publishUnauthenticated: boolean) =>
      tenancy.run(kervalan.id, () =>
        saveActesSettings({ ...actesSettings(kervalan), publishUnauthenticated })
      )
    await settle(false)
    cleanup(() => settle(true))
    const acte = await sentActe(kervalan)
    await answer(acte, receiptXml(acte.identifier!, String(today())))
    const task = () =>
      tenancy.run(kervalan.id, ({ trx }) =>
        trx.from('kernel.tasks').where('key', `actes.verify_receipt:${acte.id}`).first()
      )
    await tenancy.run(kervalan.id, () => publish(acte.id))
    assert.equal((await reload(kervalan, acte)).state, 'acknowledged')
    assert.include((await task()).title, 'Vérifier l’accusé de réception')
    const fresh = await reload(kervalan, acte)
    await tenancy.run(kervalan.id, () => verifyReceipt(fresh, { kind: 'system' }))
    await until(async () => (await reload(kervalan, acte)).state !== 'acknowledged')
    assert.isNull(await task())
  })

  test('a mailbox that somebody floods asks him to come back later', async ({ assert }) => {
    const from = `spam.${Date.now()}@attaquant.example`
    for (let number = 0; number < 200; number++) {
      const id = await inboxStore.keep(Buffer.from(`Subject: ${from} ${number}\r\n\r\n`), from)
      await inboxStore.decide(id!, async () => ({ state: 'unreadable' }))
    }
    const error = await keepMail(Buffer.from('Subject: encore\r\n\r\n'), from).catch((one) => one)
    assert.equal(error.responseCode, 452)
    await systemDb().from('actes.inbox_mails').where('sender', from).update({ state: 'discarded' })
  })
})
