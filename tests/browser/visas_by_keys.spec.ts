import { test } from '@japa/runner'
import type { Page } from 'playwright'
import Folder from '#app/parapheur/models/folder'
import { keepReading } from '#app/parapheur/signing/readings'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, overflowOf, screenshot, signIn, windowOn } from '#tests/helpers/browser'
import { townHall, type TownHall } from '../parapheur/town_hall.js'

/** A keyboard that counts: nothing else touches the page. */
const keyboard = (page: Page) => {
  const pressed: string[] = []
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      pressed.push(key)
    }
  }
  /** Tab until what holds the focus says these words. */
  const until = async (words: string) => {
    for (let n = 0; n < 40; n++) {
      const held = await page.evaluate<string>('document.activeElement.textContent.trim()')
      if (held.startsWith(words)) return
      await press('Tab')
    }
    throw new Error(`no key leads to « ${words} »`)
  }
  return { press, until, count: () => pressed.length }
}

test.group('Visas by the keys alone', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })
  group.teardown(closeBrowser)

  const stepOf = (id: string) =>
    hall.run(async () => {
      const steps = await (await Folder.get(id)).steps()
      return steps.find(({ state }) => state === 'current')!.kind
    })

  test('the document read, the visa given and the next folder opened take eleven keys', async ({
    assert,
  }) => {
    const [next, first] = [
      await hall.open({ title: 'Ensuite' }),
      await hall.open({ title: 'Tarifs' }),
    ]
    const context = await windowOn('light')
    await signIn(context, hall.secretary)
    const page = await context.newPage()
    const read = page.waitForResponse((answer) => answer.url().endsWith('/lecture'))
    await page.goto(`${hall.base}/dossiers/${first}`)
    // The document stands in the page: its last page before the eyes, it is read
    await read
    const { press, until, count } = keyboard(page)
    await press('Tab')
    await until('Aller à la prochaine étape')
    await press('Enter')
    await until('Donner mon visa')
    await Promise.all([page.waitForEvent('load'), press('Enter')])
    await page.getByText('Votre visa est donné').waitFor()
    assert.equal(await stepOf(first), 'signature')
    await page.waitForLoadState('networkidle')
    await until('Aller à la prochaine étape')
    await press('Enter')
    await until('Dossier suivant')
    await press('Enter')
    await page.waitForURL(`**/dossiers/${next}`)
    assert.equal(count(), 11)
    await context.close()
  })

  test('what was read is visaed together from the desk, and what was not is said', async ({
    assert,
  }) => {
    const [unread, ...seen] = [await hall.open(), await hall.open(), await hall.open()]
    for (const id of seen) {
      await hall.run(async () => {
        for (const one of await (await Folder.get(id)).contents())
          await keepReading(one, hall.secretary.id)
      })
    }
    const context = await windowOn('light')
    await signIn(context, hall.secretary)
    const page = await context.newPage()
    await page.goto(hall.base, { waitUntil: 'networkidle' })
    const { press, until } = keyboard(page)
    await page.getByLabel('Choisir toutes les lignes de cette page').focus()
    await press('Space')
    await page.getByText('3 lignes choisies').waitFor()
    await until('Viser les dossiers lus')
    await press('Enter')
    await page.locator('dialog[open]').waitFor()
    await until('Viser les dossiers lus')
    await press('Enter')
    await page.getByText('2 visas donnés. 1 ligne refusée').waitFor()
    assert.equal(await stepOf(unread), 'visa')
    for (const id of seen) assert.equal(await stepOf(id), 'signature')
    await context.close()
  })

  test('a line that is chosen stays so, and no other takes its place, when a folder comes', async ({
    assert,
  }) => {
    const chosen = await hall.open({ title: 'Arrivé d’abord' })
    const context = await windowOn('light')
    await signIn(context, hall.secretary)
    const page = await context.newPage()
    await page.goto(hall.base, { waitUntil: 'networkidle' })
    await page.locator(`tbody .list-pick input`).check()
    await hall.open({ title: 'Arrivé ensuite' })
    await page.getByRole('link', { name: 'Arrivé ensuite' }).waitFor()
    const ticked = await page
      .locator('tbody .list-pick input:checked')
      .evaluateAll((boxes) => boxes.map((box) => (box as { value?: string }).value))
    assert.deepEqual(ticked, [chosen])
    assert.equal(await page.getByLabel('Choisir toutes les lignes de cette page').count(), 1)
    await context.close()
  })

  for (const view of ['light', 'dark', 'narrow'] as const) {
    test(`the desk, what is chosen on it and what was done are for everybody: ${view}`, async ({
      assert,
    }) => {
      for (let n = 1; n <= 3; n++) await hall.open({ title: `Arrêté de circulation n° ${n}` })
      const context = await windowOn(view)
      await signIn(context, hall.secretary)
      const page = await context.newPage()
      await page.goto(`${hall.base}?vue=all`)
      await page.getByText('Plus de filtres').click()
      await page.locator('tbody .list-pick input').first().check()
      assert.deepEqual(await axeFindings(page), [])
      assert.isAtMost(await overflowOf(page), 0)
      await screenshot(page, `desk-chosen-${view}`)
      await page.getByRole('button', { name: 'Viser les dossiers lus' }).click()
      await page.locator('dialog[open]').getByRole('button', { name: 'Viser' }).click()
      await page.getByText('Rien n’a été fait. 1 ligne refusée').waitFor()
      assert.deepEqual(await axeFindings(page), [])
      assert.isAtMost(await overflowOf(page), 0)
      await screenshot(page, `desk-batch-${view}`)
      await context.close()
    })
  }
})
