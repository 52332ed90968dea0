import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import type User from '#kernel/people/user'
import { live } from '#web/live'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import type Acte from '#app/actes/models/acte'
import { change, commune, signedActe } from '#tests/actes/room'
import { closeBrowser, screenshot, signIn, windowOn } from '#tests/helpers/browser'
import { until } from '#tests/helpers/until'
import { person } from '#tests/world/world'

const OUTSIDE = { kind: 'outside' } as const

/** Until as many pages are told; a page opens its stream a moment after it is drawn. */
async function followed(pages: number): Promise<void> {
  await until(() => live.count() === pages, `a stream for ${pages} pages`)
}

test.group('Screens that follow', (group) => {
  let agent: User
  let acte: Acte
  const contexts: BrowserContext[] = []
  group.each.setup(async () => {
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    acte = await signedActe(await commune(), { objet: 'Page vivante' } as never)
  })
  group.each.teardown(async () => {
    for (const context of contexts.splice(0)) await context.close()
    await followed(0)
  })
  group.teardown(closeBrowser)
  group.teardown(() => live.close())

  async function open(prepare: (page: Page) => Promise<void> = async () => {}): Promise<Page> {
    const context = await windowOn('light')
    contexts.push(context)
    await signIn(context, agent)
    const page = await context.newPage()
    await prepare(page)
    await page.goto(`/c/kervalan/actes/${acte.id}`)
    return page
  }
  const step = async (...events: Parameters<Acte['step']>[0][]) =>
    change(await commune(), acte.id, async (fresh) => {
      for (const event of events) await fresh.step(event, OUTSIDE)
    })

  test('the thing and its state in the head are drawn again, and said', async ({ assert }) => {
    const page = await open()
    await followed(1)
    await step('transmit')
    await page.getByRole('heading', { name: 'L’envoi est en cours' }).waitFor()
    assert.include(await page.innerText('#tete'), 'Transmission en cours')
    assert.include(await page.innerText('#annonce'), 'Mis à jour : L’envoi est en cours')
    assert.equal(await page.getAttribute('#annonce', 'role'), 'status')
    await page.context().close()
    await followed(0)
  })

  test('the focus, the scroll and what is open stay where they were', async ({ assert }) => {
    await step('transmit')
    await change(await commune(), acte.id, async (fresh) => {
      await fresh.step('hand_over', OUTSIDE)
      await fresh.step('acknowledge', OUTSIDE)
    })
    const page = await open()
    await followed(1)
    await page.setViewportSize({ width: 900, height: 500 })
    await page.click('details summary')
    await page.focus('a.file-name')
    await page.evaluate('scrollTo(0, 120)')
    const top = await page.evaluate('scrollY')
    await step('cancel')
    await page.getByRole('heading', { name: 'La préfecture doit confirmer' }).waitFor()
    assert.equal(await page.evaluate('document.activeElement.className'), 'file-name')
    assert.equal(await page.evaluate('scrollY'), top)
  })

  test('what is being written is neither lost nor sent by mistake', async ({ assert }) => {
    await step('transmit', 'hand_over', 'acknowledge')
    const page = await open()
    await followed(1)
    await page.getByText('Annuler la transmission', { exact: true }).click()
    await page.getByLabel('Motif').fill('Erreur de date')
    await step('publish')
    await page.getByText('Publié').first().waitFor()
    assert.equal(await page.getByLabel('Motif').inputValue(), 'Erreur de date')
    assert.isTrue(await page.getByLabel('Motif').isVisible())
    await step('cancel')
    await page.locator('[data-held]').waitFor()
    assert.equal(await page.getByLabel('Motif').inputValue(), 'Erreur de date')
    assert.include(await page.innerText('[data-held]'), 'pendant que vous écriviez')
    await screenshot(page, 'live-held-light')
  })

  test('a hidden page gives its connection back, and learns what it missed', async () => {
    const page = await open()
    await followed(1)
    const hide = (hidden: boolean) =>
      page.evaluate(`(() => {
        Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} })
        document.dispatchEvent(new Event('visibilitychange'))
      })()`)
    await hide(true)
    await followed(0)
    await step('transmit')
    await hide(false)
    await page.getByRole('heading', { name: 'L’envoi est en cours' }).waitFor()
  })

  test('the home says at once what happens, and what waits', async ({ assert }) => {
    const page = await open()
    await page.goto('/c/kervalan')
    await followed(1)
    const title = `Reprendre ${acte.numero}`
    await step('transmit')
    await tenancy.run((await commune()).id, () =>
      tasks.open({
        key: `tests:${acte.id}`,
        capability: 'actes',
        title,
        url: '/c/kervalan',
        personId: agent.id,
        // The first to be done: other tests leave tasks behind, and the home shows a few.
        dueAt: new Date(0),
      })
    )
    await page.locator('.todo').getByText(title).waitFor()
    await page.locator('.news').getByText(acte.numero!).first().waitFor()
    assert.include(await page.innerText('.news li:first-child'), 'acte transmis à la préfecture')
    assert.match(await page.innerText('#a-faire'), /[1-9]/)
  })

  test('where no stream passes, the page asks again by itself', async () => {
    await step('transmit')
    const page = await open(async (one) => {
      await one.route('**/flux?**', (route) => route.abort())
    })
    await step('hand_over')
    await page.getByRole('heading', { name: 'La préfecture doit accuser réception' }).waitFor()
  })
})
