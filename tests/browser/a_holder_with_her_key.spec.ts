import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { base64url, buildHolderKey, newKeyPair, wrapKey } from '#lib/sealing'
import { addHolder } from '#app/procurement/holders/add_holder'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { savedBy } from '#tests/helpers/saved_by'
import { onlineConsultation } from '#tests/procurement/bidders'
import { market, type Market } from '#tests/procurement/room'
import { person } from '#tests/world/world'

const PASSPHRASE = 'les enrobés de la cour'

test.group('A holder with her key', (group) => {
  const contexts: BrowserContext[] = []
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  group.teardown(closeBrowser)

  test('waits for a holder whose key is made in her page, and never leaves it open', async ({
    assert,
  }) => {
    const context = await windowOn('narrow')
    contexts.push(context)
    await signIn(context, await person('Enora Cadiou', { kervalan: ['signatory'] }))
    const page = await context.newPage()
    const said: string[] = []
    page.on('request', (request) => said.push(request.postData() ?? ''))
    await page.goto('/c/kervalan/marches/trousseau', { waitUntil: 'networkidle' })
    await page.getByLabel('Phrase secrète', { exact: true }).fill(PASSPHRASE)
    await page.getByLabel('Phrase secrète, une seconde fois').fill('autre chose, plus longue')
    await page.getByRole('button', { name: 'Faire ma clé' }).click()
    await page.getByText('Les deux phrases diffèrent').waitFor()
    await page.getByLabel('Phrase secrète, une seconde fois').fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Faire ma clé' }).click()
    await page.getByText('Gardez sa trousse de secours').waitFor()
    assert.deepEqual(await axeFindings(page), [])
    const kit = await savedBy(page, '[data-kit-save]')
    await page.getByRole('link', { name: 'Je l’ai gardée' }).click()
    await page.getByRole('button', { name: 'Retirer ma clé' }).waitFor()
    // Her phrase is lost: the kit closes the same key by another one
    const give = (buffer: Buffer) =>
      page
        .getByLabel('Trousse de secours', { exact: true })
        .setInputFiles([{ name: 'h.key.json', mimeType: 'application/json', buffer }])
    const other = {
      ...JSON.parse(kit.toString()),
      privateKey: base64url(new Uint8Array(32).fill(9)),
    }
    await give(Buffer.from(JSON.stringify(other)))
    await page.getByLabel('Nouvelle phrase secrète', { exact: true }).fill('une phrase toute neuve')
    await page
      .getByLabel('Nouvelle phrase secrète, une seconde fois')
      .fill('une phrase toute neuve')
    await page.getByRole('button', { name: 'Changer ma phrase' }).click()
    await page.getByText('celle d’une autre clé').waitFor()
    await give(kit)
    await page.getByRole('button', { name: 'Changer ma phrase' }).click()
    await page.waitForLoadState('networkidle')
    const { privateKey } = JSON.parse(kit.toString())
    for (const text of said) assert.notInclude(text, privateKey)
    assert.isFalse(said.some((text) => text.includes('enrob')))
    assert.isTrue(said.some((text) => text.includes('PBKDF2-SHA256')))
  })

  test('opens for a holder by the kit that she kept, not by another phrase than hers', async ({
    assert,
  }) => {
    const user = await person('Gaël Riou', { kervalan: ['signatory'] })
    const { publicKey, privateKey } = await newKeyPair()
    const key = { publicKey: base64url(publicKey), wrapped: await wrapKey(privateKey, PASSPHRASE) }
    const { handle: holder } = await tenancy.run(town.tenant.id, () =>
      addHolder(user.id, key, SYSTEM)
    )
    const holders = [...town.holders.slice(0, 2), { user, holder, privateKey }]
    const id = await onlineConsultation({ ...town, holders })
    await tenancy.run(town.tenant.id, ({ trx }) =>
      trx
        .from('procurement.consultations')
        .where({ id })
        .update({ state: 'opening', deadline: clock.now().minus({ hours: 1 }).toJSDate() })
    )
    const context = await windowOn('narrow')
    contexts.push(context)
    await signIn(context, user)
    const page = await context.newPage()
    await page.goto(`/c/kervalan/marches/${id}/ouverture`, { waitUntil: 'networkidle' })
    assert.deepEqual(await axeFindings(page), [])
    await page.getByLabel('Phrase secrète de votre clé').fill('une autre phrase')
    await page.getByRole('button', { name: 'Ouvrir ma part' }).click()
    await page.getByText('Cette phrase n’ouvre pas votre clé').waitFor()
    await page.getByLabel('Phrase secrète de votre clé').fill('')
    await page.getByRole('button', { name: 'Ouvrir ma part' }).click()
    await page.getByText('ou donnez votre trousse de secours').waitFor()
    await page.getByText('J’ai perdu ma phrase').click()
    await page.setInputFiles('[data-open-shares] [name=kit]', [
      {
        name: 'h.key.json',
        mimeType: 'application/json',
        buffer: Buffer.from(buildHolderKey({ holder, privateKey })),
      },
    ])
    await page.getByRole('button', { name: 'Ouvrir ma part' }).click()
    await page.getByText('Gaël Riou : a ouvert sa part').waitFor()
  })
})
