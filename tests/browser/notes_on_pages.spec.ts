import { test } from '@japa/runner'
import Comment from '#app/ged/comments/comment'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { aPdf } from '#tests/ged/support/documents'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { enter, tabTo, write } from './papers/keyboard.js'
import { faultsOf, townHall, windowOf } from './papers/scene.js'

/** A member of nobody else, with a PDF that names somebody. */
async function hallWithPdf() {
  const hall = await townHall()
  const document = await hall.within(async () => {
    await commonSpace()
    return aPdf('Nomination.pdf')
  })
  const address = `/c/${hall.tenant.slug}/ged/documents/${document.id}`
  const notes = () => hall.within(() => Comment.query().where('node_id', document.id).orderBy('id'))
  return { ...hall, address, notes }
}

test.group('Notes on pages', (group) => {
  group.teardown(closeBrowser)

  test('by the mouse: an area is shown, written, said, answered and settled', async ({
    assert,
  }) => {
    const hall = await hallWithPdf()
    const page = await windowOf(hall)
    await page.goto(hall.address, { waitUntil: 'networkidle' })
    await page.locator('.viewer-page canvas').first().waitFor()
    const button = page.getByRole('button', { name: 'Montrer l’endroit sur l’aperçu' })
    await button.click()
    assert.equal(await button.getAttribute('aria-pressed'), 'true')
    const box = (await page.locator('.viewer-page').first().boundingBox())!
    const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const
    await page.mouse.move(...at(0.3, 0.15))
    await page.mouse.down()
    await page.mouse.move(...at(0.4, 0.18), { steps: 4 })
    await page.mouse.up()
    assert.match(
      await page.getByLabel('Sur la page').inputValue(),
      /^1 ; (?:30|29\.\d+|30\.\d+) ; /
    )
    await page.keyboard.type('Est-ce bien elle')
    await page.getByRole('button', { name: 'Écrire' }).click()
    await page.locator('.said', { hasText: 'Est-ce bien elle' }).waitFor()
    await page.locator('.reader').scrollIntoViewIfNeeded()
    const mark = page.getByRole('link', { name: 'Note 1', exact: true })
    await mark.waitFor()
    await mark.click()
    assert.match(page.url(), /#note-/)
    assert.deepEqual(await faultsOf(page, 'note-laid'), [])
    await page.getByRole('link', { name: /^Répondre/ }).click()
    await page.getByLabel(/^Répondre à/).fill('Oui, vérifié')
    await page.getByRole('button', { name: 'Répondre', exact: true }).click()
    await page.locator('.talk-answers', { hasText: 'Oui, vérifié' }).waitFor()
    await page.getByRole('button', { name: /^Résolu/ }).click()
    await page.getByRole('button', { name: /^Rouvrir/ }).waitFor()
    assert.equal(await page.locator('.laid-note').count(), 0)
    assert.deepEqual(await faultsOf(page, 'note-settled'), [])
    const [note, answer] = await hall.notes()
    assert.equal(note.page, 1)
    assert.approximately(note.area!.left, 0.3, 0.02)
    assert.equal(answer.answersId, note.id)
  })

  test('by the keyboard alone: a page is typed, corrected, and the note is reached and left', async ({
    assert,
  }) => {
    const hall = await hallWithPdf()
    const page = await windowOf(hall)
    await page.goto(hall.address, { waitUntil: 'networkidle' })
    await write(page, 'Commenter', 'Un mot sur la page')
    await write(page, 'Sur la page', 'en haut')
    await enter(page, 'BUTTON Écrire')
    await page.getByText('Écrivez un numéro de page').first().waitFor()
    assert.equal(await page.getByLabel('Commenter').inputValue(), 'Un mot sur la page')
    assert.deepEqual(await faultsOf(page, 'note-refused'), [])
    await tabTo(page, 'Sur la page')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('1')
    await enter(page, 'BUTTON Écrire')
    await page.locator('.said', { hasText: 'Un mot sur la page' }).waitFor()
    await enter(page, /^A page 1/)
    await page.locator('.laid-note').waitFor()
    assert.equal(await page.locator('.viewer-pages:focus').count(), 1)
    await enter(page, /^BUTTON Résolu/)
    await page.getByRole('button', { name: /^Rouvrir/ }).waitFor()
  })

  test('without a script: the same form, the same list', async ({ assert }) => {
    const hall = await hallWithPdf()
    const context = await windowOn('light', { scripts: false })
    await signIn(context, hall.agent)
    const page = await context.newPage()
    await page.goto(hall.address)
    await page.getByLabel('Commenter').fill('Sans script')
    await page.getByLabel('Sur la page').fill('1 ; 10 ; 10')
    assert.equal(await page.getByRole('button', { name: 'Montrer l’endroit' }).count(), 0)
    await page.getByRole('button', { name: 'Écrire' }).click()
    await page.getByText('Note 1').waitFor()
    const href = await page.getByRole('link', { name: 'page 1' }).getAttribute('href')
    assert.match(href!, /version=1\.1#page=1$/)
  })
})
