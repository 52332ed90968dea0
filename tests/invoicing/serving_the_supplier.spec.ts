import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { saveSettings } from '#kernel/settings'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { followUrl } from '#app/invoicing/follow_link'
import { seatOf } from '#lib/values'
import { runDueJobs } from '#tests/helpers/jobs'
import { townHall, type TownHall } from '#tests/parapheur/town_hall'
import { demoInvoice } from '../../simulators/chorus/demo_invoice.js'
import { facturX } from './chorus_world.js'
import { someInvoice } from './some_invoice.js'

const CHECK = '/factures/verifier'
/** A network of its own: others check files too, and a network counts once. */
const HERE = { 'x-forwarded-for': '198.51.100.61' }

interface Sent {
  to: string
  subject: string
  text: string
  html: string
}

/** The mails that some work sends. */
async function mailsOf(work: () => Promise<unknown>): Promise<Sent[]> {
  using fake = mail.fake()
  await work()
  return fake.messages.sent().map((message) => {
    const { to, subject, text, html } = message.nodeMailerMessage as any
    return { to: JSON.stringify(to), subject, text, html }
  })
}

test.group('The link that a supplier is mailed', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })

  test('leads to her invoice, and tells the steps that it went through', async ({
    client,
    assert,
  }) => {
    const invoice = await hall.run(() => someInvoice())
    const at = `/c/${hall.tenant.slug}/factures/${invoice.id}`
    const email = `fournil-${invoice.number}@exemple.test`.toLowerCase()
    const sent = await client
      .post(`${at}/suivi`)
      .form({ email })
      .loginAs(hall.agent)
      .withCsrfToken()
      .redirects(0)
    sent.assertHeader('location', at)
    const mails = await mailsOf(() => runDueJobs(hall.tenant.id))
    const [letter, ...others] = mails.filter(({ to }) => to.includes(email))
    assert.isEmpty(others)
    assert.include(letter.subject, invoice.number)
    for (const words of ['Service fait : pas encore', 'À payer avant le'])
      assert.include(letter.text.replaceAll(/\s/g, ' '), words)
    assert.match(letter.text, /Reçue\s:\s\d/)
    const url = followUrl(hall.tenant, invoice.id)
    assert.include(letter.text, url)
    assert.include(letter.html, url)
    const page = await client.get(new URL(url).pathname)
    page.assertTextIncludes(`Votre facture ${invoice.number}`)
  })

  test('is sent to nothing that is no address', async ({ client, assert }) => {
    const invoice = await hall.run(() => someInvoice())
    const at = `/c/${hall.tenant.slug}/factures/${invoice.id}`
    const back = await client
      .post(`${at}/suivi`)
      .header('referer', at)
      .form({ email: 'le fournil' })
      .loginAs(hall.agent)
      .withCsrfToken()
    back.assertTextIncludes('value="le fournil"')
    assert.isEmpty(await mailsOf(() => runDueJobs(hall.tenant.id)))
  })
})

test.group('A file that a supplier checks before she sends it', (group) => {
  let hall: TownHall
  let siret: string
  group.each.setup(async () => {
    hall = await townHall()
    siret = seatOf(hall.tenant.siren)
  })

  test('is ready when nothing is missing, and nothing of it is kept', async ({
    client,
    assert,
  }) => {
    const page = await client
      .post(CHECK)
      .file('invoice', await facturX(siret, 'F-1'), { filename: 'facture.pdf' })
      .headers(HERE)
      .withCsrfToken()
    page.assertStatus(200)
    page.assertTextIncludes('Prête à être envoyée')
    page.assertTextIncludes(`propres à ${hall.tenant.name}`)
    const kept = await hall.run(async () => tenancy.trx().from('kernel.documents').select('id'))
    assert.isEmpty(kept)
  })

  test('is told what this buyer wants, and it lacks', async ({ client }) => {
    await hall.run(() =>
      saveSettings('invoicing', { siret, wantsService: true, wantsEngagement: true })
    )
    tenants.forget()
    const issuedOn = new Date('2026-11-20T12:00:00Z')
    const whole = demoInvoice({ buyer: siret, buyerName: 'Commune', number: 'F-2', issuedOn })
    const xml = whole.replace(
      /<ram:BuyerOrderReferencedDocument>.*?<\/ram:BuyerOrderReferencedDocument>/,
      ''
    )
    const page = await client
      .post(CHECK)
      .file('invoice', Buffer.from(xml), { filename: 'facture.xml' })
      .headers(HERE)
      .withCsrfToken()
    page.assertTextIncludes('À corriger avant de l’envoyer')
    for (const id of ['BR-FR-CPRO-11', 'BR-FR-CPRO-12']) page.assertTextIncludes(id)
  })

  test('says each rule that it breaks, with the remedy, and what is no invoice', async ({
    client,
  }) => {
    const bring = (bytes: Buffer, filename: string) =>
      client.post(CHECK).file('invoice', bytes, { filename }).headers(HERE).withCsrfToken()
    const issuedOn = new Date('2026-11-20T12:00:00Z')
    const right = demoInvoice({ buyer: '13002526500013', buyerName: 'X', number: 'F-3', issuedOn })
    const wrong = await bring(Buffer.from(right.replaceAll('611.90', '612.90')), 'f.xml')
    wrong.assertTextIncludes('BR-CO-15')
    wrong.assertTextIncludes('n’est pas relié ici')
    const none = await bring(Buffer.from('bonjour'), 'f.xml')
    none.assertTextIncludes('Illisible')
    const locked = await bring(Buffer.from('%PDF-1.7\n'), 'f.pdf')
    locked.assertTextIncludes('Illisible')
  })

  test('is asked for when none came', async ({ client }) => {
    const page = await client
      .post(CHECK)
      .header('referer', CHECK)
      .headers(HERE)
      .form({})
      .withCsrfToken()
    page.assertTextIncludes('Aucun fichier n’est arrivé')
  })
})
