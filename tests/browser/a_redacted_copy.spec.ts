import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { textLayer } from '#lib/pdf/text_layer'
import Version from '#app/ged/nodes/version'
import Relation from '#app/ged/relations/relation'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { aPdf } from '#tests/ged/support/documents'
import { closeBrowser } from '#tests/helpers/browser'
import { enter, tabTo } from './papers/keyboard.js'
import { faultsOf, townHall, windowOf } from './papers/scene.js'

/** A member of nobody else, with a PDF that names somebody. */
async function hallWithPdf() {
  const hall = await townHall()
  const document = await hall.within(async () => {
    await commonSpace()
    return aPdf('Nomination.pdf')
  })
  const address = `/c/${hall.tenant.slug}/ged/documents/${document.id}`
  /** The words of the copy that was made. */
  const copied = () =>
    hall.within(async () => {
      const { fromId } = await Relation.query().where('to_id', document.id).firstOrFail()
      const { documentId } = await Version.lastOf(fromId)
      return (await textLayer(await documents.read(documentId))).pages.join(' ')
    })
  return { ...hall, address, copied }
}

test.group('A redacted copy', (group) => {
  group.teardown(closeBrowser)

  test('by the mouse: what is drawn over the page is written, shown, and taken away', async ({
    assert,
  }) => {
    const hall = await hallWithPdf()
    const page = await windowOf(hall)
    await page.goto(hall.address, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Occulter' }).click()
    const drawn = page.locator('.viewer-page canvas').first()
    await drawn.waitFor()
    await page.locator('.viewer-pages').scrollIntoViewIfNeeded()
    const box = (await page.locator('.viewer-page').first().boundingBox())!
    const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const
    await page.mouse.move(...at(178 / 595, 1 - 712 / 842))
    await page.mouse.down()
    await page.mouse.move(...at(242 / 595, 1 - 694 / 842), { steps: 4 })
    await page.mouse.up()
    const areas = page.getByLabel('Zones à retirer')
    assert.match(await areas.inputValue(), /^1 ; 29\.\d+ ; 15\.\d+ ; 10\.\d+ ; 2\.\d+$/)
    assert.equal(await page.locator('.drawn-area').count(), 1)
    assert.deepEqual(await faultsOf(page, 'redaction'), [])
    await page.getByLabel('Titre de la copie').fill('Nomination à publier')
    await page.getByRole('button', { name: 'Faire la copie' }).click()
    await page.getByText('La copie est rangée.').waitFor()
    await page.getByRole('heading', { name: 'Nomination à publier', level: 1 }).waitFor()
    assert.include(await page.getByRole('main').innerText(), 'Version occultée de')
    assert.equal(await hall.copied(), 'Nomination de Mme au grade')
  })

  test('by the keyboard alone: a word is typed, corrected, and taken away', async ({ assert }) => {
    const hall = await hallWithPdf()
    const page = await windowOf(hall)
    await page.goto(hall.address, { waitUntil: 'networkidle' })
    await enter(page, 'A Occulter')
    await page.getByRole('heading', { name: 'Occulter « Nomination »' }).waitFor()
    await tabTo(page, 'Mots à retirer')
    await page.keyboard.type('Tanguy')
    await enter(page, 'BUTTON Faire la copie')
    await page.getByText('« Tanguy » ne se lit sur aucune').first().waitFor()
    assert.deepEqual(await faultsOf(page, 'redaction-refused'), [])
    await tabTo(page, 'Mots à retirer')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('kerdoncuff')
    await enter(page, 'BUTTON Faire la copie')
    await page.getByText('La copie est rangée.').waitFor()
    assert.equal(await hall.copied(), 'Nomination de Mme au grade')
  })
})
