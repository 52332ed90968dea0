import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { axeFindings } from '#tests/helpers/axe'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { provisionParapheur } from '#rooms/parapheur'
import { change, commune, draftOf } from '#tests/actes/room'
import {
  closeBrowser,
  overflowOf,
  screenshot,
  signIn,
  windowOn,
  type View,
} from '#tests/helpers/browser'
import { person } from '#tests/world/world'
import communeBlueprint from '../../tenants/blueprints/commune.js'

test.group('Forty actes at once, in a browser', (group) => {
  let kervalan: Tenant
  let agent: User

  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await person('Soizic Madec', { kervalan: ['signatory'] }, 'Maire')
    await tenancy.run(kervalan.id, () => provisionParapheur(communeBlueprint.parapheur))
  })
  group.teardown(closeBrowser)

  /** Drafts that one word finds together. */
  async function drafts(count: number) {
    const mark = `m${uuidv7().slice(-12)}`
    const made = []
    for (let n = 1; n <= count; n++) {
      const objet = `Subvention à l’association n° ${n}, ${mark}`
      made.push(await draftOf(kervalan, { objet, createdBy: agent.id } as never))
    }
    return { mark, made }
  }

  const listOf = async (view: View, mark: string, { scripts = true } = {}) => {
    const context = await windowOn(view, { scripts })
    await signIn(context, agent)
    const page = await context.newPage()
    await page.goto(`/c/kervalan/actes?q=${mark}&tri=objet`)
    // What spares steps comes after the page: a key that is pressed before is nobody's
    if (scripts) await page.locator('[data-pick-all]').waitFor({ state: 'attached' })
    return page
  }

  test('are chosen, sent to signature and exported in five clicks', async ({ assert }) => {
    const { mark, made } = await drafts(40)
    const page = await listOf('light', mark)
    await page.getByLabel('Choisir toutes les lignes de cette page').check()
    await page.getByText('40 lignes choisies').waitFor()
    await page.getByRole('button', { name: 'Envoyer en signature' }).click()
    await page.getByText('40 actes partis en signature.').waitFor()
    await screenshot(page, 'list-batch-done')
    for (const { id } of made) {
      await change(kervalan, id, async ({ state }) => assert.equal(state, 'in_circuit'))
    }
    await page.goto(`/c/kervalan/actes?q=${mark}`)
    await page.getByRole('button', { name: 'Exporter' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Texte (CSV)' }).click(),
    ])
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
    assert.lengthOf(lines, 41)
    await page.context().close()
  })

  test('say how far they are, a slice after the other, and count each line once', async ({
    assert,
  }) => {
    const { mark } = await drafts(12)
    const page = await listOf('light', mark)
    const said: string[] = []
    await page.exposeFunction('heard', (words: string) => said.push(words))
    await page.evaluate(`new MutationObserver(() =>
      heard(document.querySelector('[data-bulk-count]').textContent)
    ).observe(document.querySelector('[data-bulk-count]'), { childList: true })`)
    await page.getByLabel('Choisir toutes les lignes de cette page').check()
    await page.getByRole('button', { name: 'Envoyer en signature' }).click()
    await page.getByText('12 actes partis en signature.').waitFor()
    const steps = said.filter((words) => words.includes(' sur 12'))
    assert.deepEqual(
      steps.map((words) => words.split(' sur ')[0]),
      ['0', '5', '10', '12']
    )
    await page.context().close()
  })

  test('are told line by line when the network fails in the middle', async ({ assert }) => {
    const { mark } = await drafts(7)
    const page = await listOf('light', mark)
    let sent = 0
    await page.route('**/actes/lot', (route) =>
      route.request().method() === 'POST' && ++sent === 2 ? route.abort() : route.continue()
    )
    await page.getByLabel('Choisir toutes les lignes de cette page').check()
    await page.getByRole('button', { name: 'Envoyer en signature' }).click()
    await page.getByText('2 actes partis en signature. 5 lignes refusées').waitFor()
    assert.equal(sent, 3)
    await page.context().close()
  })

  test('are chosen from the first to the last with the shift key', async ({ assert }) => {
    const { mark } = await drafts(5)
    const page = await listOf('light', mark)
    const boxes = page.locator('tbody .list-pick input')
    await boxes.nth(1).click()
    await boxes.nth(3).click({ modifiers: ['Shift'] })
    assert.equal(await page.locator('tbody .list-pick input:checked').count(), 3)
    await page.context().close()
  })

  test('are chosen from one to another by keys alone', async ({ assert }) => {
    const { mark } = await drafts(5)
    const page = await listOf('light', mark)
    await page.locator('tbody th a').first().focus()
    for (const key of ['j', 'x', 'j', 'j', 'Shift+X']) await page.keyboard.press(key)
    const chosen = page.locator('tbody .list-pick input:checked')
    assert.equal(await chosen.count(), 3)
    await page.getByText('3 lignes choisies').waitFor()
    await page.keyboard.press('x')
    assert.equal(await chosen.count(), 2)
    await page.context().close()
  })

  test('are walked through by keys, which leave the fields alone', async ({ assert }) => {
    const { mark } = await drafts(3)
    const page = await listOf('light', mark)
    const search = page.getByLabel('Objet ou numéro')
    await search.focus()
    await page.keyboard.type('jx')
    assert.include(await search.inputValue(), 'jx')
    await page.locator('.list .table').focus()
    for (const key of ['j', 'j', 'x', 'k', 'j']) await page.keyboard.press(key)
    assert.isTrue(await page.locator('tbody .list-pick input').nth(1).isChecked())
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/actes\/[0-9a-f-]{36}$/)
    await page.context().close()
  })

  test('are sent without scripts, and the refusals say why', async ({ assert }) => {
    const { mark, made } = await drafts(2)
    await change(kervalan, made[1].id, (acte) => acte.merge({ matiere: '' }).save())
    const page = await listOf('light', mark, { scripts: false })
    for (const box of await page.locator('tbody .list-pick input').all()) await box.check()
    await page.getByRole('button', { name: 'Envoyer en signature' }).click()
    await page.getByText('1 acte parti en signature. 1 ligne refusée').waitFor()
    assert.isTrue(await page.getByText('Choisissez la matière de l’acte.').isVisible())
    await page.context().close()
  })

  for (const view of ['light', 'dark', 'narrow'] as const) {
    test(`are shown to everybody, chosen or done: ${view}`, async ({ assert }) => {
      const { mark, made } = await drafts(4)
      await change(kervalan, made[1].id, (acte) => acte.merge({ matiere: '' }).save())
      const page = await listOf(view, mark)
      await screenshot(page, `list-${view}`)
      await page.getByText('Plus de filtres').click()
      await page.locator('tbody .list-pick input').first().check()
      await page.locator('tbody .list-pick input').nth(1).check()
      assert.deepEqual(await axeFindings(page), [])
      assert.isAtMost(await overflowOf(page), 0)
      await screenshot(page, `list-chosen-${view}`)
      await page.getByRole('button', { name: 'Envoyer en signature' }).click()
      await page.getByText('1 ligne refusée').waitFor()
      assert.deepEqual(await axeFindings(page), [])
      assert.isAtMost(await overflowOf(page), 0)
      await screenshot(page, `list-batch-${view}`)
      await page.context().close()
    })
  }
})
