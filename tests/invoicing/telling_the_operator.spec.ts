import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { packsConfig } from '#config/invoicing'
import { clock } from '#kernel/clock'
import { foresee } from '#app/invoicing/foreseeing/foresee'
import { foreseePack } from '#app/invoicing/foreseeing/foresee_packs'
import Status from '#app/invoicing/models/status'
import { knownPacks } from '#app/invoicing/operator/coming_packs'
import { saidRates } from '#app/invoicing/operator/ecb_rates'
import { packsHome } from '#app/invoicing/packs_home'
import { interestOf } from '#lib/einvoice/clock'
import { importPack } from '#lib/einvoice/packs'
import { Decimal } from '#lib/values'
import { amountWords } from '#app/invoicing/readable/words'
import { person } from '#tests/world/world'
import type { ChorusWorld } from './chorus_world.js'
import { packsWorld } from './packs_world.js'
import { someInvoice } from './some_invoice.js'

const PAGE = '/exploitation/factures'

async function operator() {
  const user = await person('Ronan Le Bihan', {})
  return user.merge({ isOperator: true }).save()
}

test.group('What the operator is told of the invoices', (group) => {
  let world: ChorusWorld
  let packCalled: (name: string) => string
  group.each.setup(async () => {
    const packs = await packsWorld()
    ;({ world, packCalled } = packs)
    return () => packs.close()
  })

  test('a technical account that is not let in any more is there, until it is', async ({
    client,
    assert,
  }) => {
    const ronan = await operator()
    const ours = `/exploitation/membres/${world.tenant.id}`
    /** The row of our account, on whichever page it is: accounts of others may fail too. */
    const shown = async (): Promise<string | null> => {
      for (let path: string | undefined = PAGE; path;) {
        const text = (await client.get(path).loginAs(ronan)).text()
        if (text.includes(ours)) return text
        path = /href="([^"]*)" rel="next"/.exec(text)?.[1]
      }
      return null
    }
    assert.isNull(await shown())
    world.chorus.play('account', 9)
    await world.pullAll()
    assert.include((await shown())!, 'mot de passe a peut-être changé')
    world.chorus.play(null)
    await world.pullAll()
    assert.isNull(await shown())
  })

  test('a technical account is tried from the page of its member, let in or not', async ({
    client,
  }) => {
    const ronan = await operator()
    const page = `/exploitation/membres/${world.tenant.id}`
    const tried = () =>
      client.post(`${page}/reglages/invoicing/essai`).loginAs(ronan).withCsrfToken()
    const shown = await client.get(page).loginAs(ronan)
    shown.assertTextIncludes('Essayer la connexion à Chorus Pro')
    await world.deposit()
    ;(await tried()).assertTextIncludes('1 facture a changé en 30 jours')
    world.chorus.play('account', 9)
    ;(await tried()).assertTextIncludes(
      'La connexion échoue. Chorus Pro refuse le compte technique'
    )
    world.chorus.play('down', 9)
    ;(await tried()).assertTextIncludes('La connexion échoue. Chorus Pro a répondu 503')
    world.chorus.play(null)
    const other = await client.post(`${page}/reglages/actes/essai`).loginAs(ronan).withCsrfToken()
    other.assertStatus(404)
  })

  test('is for operators only', async ({ client }) => {
    const page = await client.get(PAGE).loginAs(world.agent).redirects(0)
    page.assertStatus(404)
  })

  test('a rate that is said makes interest count, and what is said last is right', async ({
    client,
    assert,
  }) => {
    const ronan = await operator()
    const say = (form: object) =>
      client.post(`${PAGE}/taux`).form(form).loginAs(ronan).withCsrfToken().redirects(0)
    const today = clock.today()
    const dueOn = today.plusDays(-30)
    const late = await world.run(async () => {
      const invoice = await someInvoice()
      const at = DateTime.fromISO(today.plusDays(-60).toString(), { zone: 'utc' })
      await Status.query().where('invoiceId', invoice.id).delete()
      await Status.note(invoice.id, { status: 'available', at: at.plus({ hours: 9 }).toJSDate() })
      return invoice.merge({ availableOn: at }).save()
    })
    const invoicePage = () =>
      client.get(`/c/${world.tenant.slug}/factures/${late.id}`).loginAs(world.agent)
    const half = `${today.plusDays(-29).year}-${today.plusDays(-29).toString().slice(5, 7) < '07' ? '01' : '07'}-01`

    for (const rate of ['2,1', '2,15 %']) (await say({ halfYear: half, rate })).assertStatus(302)
    const known = (await saidRates()).filter(({ from }) => from.toString() === half)
    assert.deepEqual(
      known.map(({ rate }) => rate.toString()),
      ['2.150']
    )
    const cost = interestOf(Decimal.parse('611.90'), dueOn, 30, known)!
    const shown = await invoicePage()
    shown.assertTextIncludes(amountWords(cost.toString()))
    shown.assertTextIncludes('sont dus sans être réclamés')
    const page = await client.get(PAGE).loginAs(ronan)
    page.assertTextIncludes('2,15')
  })

  test('a rate that is none is said to be so at its field, and is kept in the form', async ({
    client,
    assert,
  }) => {
    const ronan = await operator()
    const before = (await saidRates()).length
    for (const rate of ['', 'deux', '215', '2,1234', '-1']) {
      const form = { halfYear: '2026-08-01', rate }
      const back = await client
        .post(`${PAGE}/taux`)
        .header('referer', PAGE)
        .form(form)
        .loginAs(ronan)
        .withCsrfToken()
      back.assertTextIncludes('Choisissez un semestre de la liste.')
      back.assertTextIncludes('Écrivez le taux en pour cent')
      if (rate) back.assertTextIncludes(`value="${rate}"`)
    }
    assert.lengthOf(await saidRates(), before)
  })

  test('a pack that is to come says which open invoices it would refuse, and judges none yet', async ({
    client,
    assert,
  }) => {
    // A version that no other run has foreseen
    const version = `9.${Date.now()}`
    const source = packCalled(`pack-${version}`)
    const home = packsHome({ SCHEMAS_DIR: packsConfig.schemasDir })
    importPack(source, home, { from: '2099-01-01', today: '2026-11-30' })
    const [open, paid] = await world.run(async () => [await someInvoice(), await someInvoice()])
    await world.run(() => paid.merge({ state: 'paid' }).save())
    const [pack] = knownPacks()
    assert.deepInclude(pack, { version, from: '2099-01-01', isComing: true })

    await world.run(() => foreseePack.enqueue({ pack }))
    await world.settle()
    const page = await client.get(PAGE).loginAs(await operator())
    page.assertTextIncludes(`Paquet ${version}`)
    page.assertTextIncludes(open.number)
    page.assertTextIncludes('BR-77')
    assert.notInclude(page.text(), paid.number)

    // Asked again, it tells the same and judges nothing twice.
    const foreseen = await foresee(world.tenant.id, pack)
    assert.deepEqual(foreseen, [
      { number: open.number, now: 'valid', then: 'invalid', rules: ['BR-77'] },
    ])
    assert.equal((await world.run(() => open.refresh())).outcome!.verdict, 'valid')
  })
})
