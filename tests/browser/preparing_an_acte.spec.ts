import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { change, commune, signedActe } from '#tests/actes/room'
import { person } from '#tests/world/world'

const OUTSIDE = { kind: 'outside' } as const

test.group('The pages of the actes, in a browser', (group) => {
  let agent: User
  group.setup(async () => {
    await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })
  group.teardown(closeBrowser)

  test('the form is filled and checked without JavaScript', async ({ assert }) => {
    const context = await windowOn('light', { scripts: false })
    await signIn(context, agent)
    const page = await context.newPage()
    await page.goto('/c/kervalan/actes/nouveau')
    await page.getByLabel('Nature').selectOption('1')
    await page.getByLabel('Objet').fill('Sans script')
    await page.getByRole('button', { name: 'Vérifier et envoyer en signature' }).click()
    await page.getByText('Choisissez la matière de l’acte.').first().waitFor()
    assert.equal(await page.getByLabel('Objet').inputValue(), 'Sans script')
    const errors = await page.getByRole('alert').getByRole('link').all()
    assert.isAbove(errors.length, 2)
    await context.close()
  })

  test('an acte that moves refreshes its page by itself', async ({ assert }) => {
    const kervalan = await commune()
    const acte = await signedActe(kervalan, { objet: 'Page vivante' } as never)
    await change(kervalan, acte.id, (fresh) => fresh.step('transmit', OUTSIDE))
    const context = await windowOn('light')
    await signIn(context, agent)
    const page = await context.newPage()
    await page.goto(`/c/kervalan/actes/${acte.id}`)
    assert.isTrue(await page.getByText('L’envoi est en cours').isVisible())
    await change(kervalan, acte.id, async (fresh) => fresh.step('hand_over', OUTSIDE))
    await page.getByRole('heading', { name: 'La préfecture doit accuser réception' }).waitFor()
    await context.close()
  })
})
