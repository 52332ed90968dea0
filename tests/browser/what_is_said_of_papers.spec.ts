import { test } from '@japa/runner'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import { aDocument, aFolder } from '#tests/ged/support/documents'
import { clock } from '#kernel/clock'
import { closeBrowser } from '#tests/helpers/browser'
import { enter, tabTo, write } from './papers/keyboard.js'
import { faultsOf, townHall, windowOf } from './papers/scene.js'

/** A member of nobody else, with a folder and an arrêté in it. */
async function hallWithArrete() {
  const hall = await townHall()
  const { folder, document } = await hall.within(async () => {
    await commonSpace()
    await giveUsualTypes()
    const opened = await aFolder('Voirie')
    return { folder: opened, document: await aDocument('Arrêté de la halle.txt', opened) }
  })
  const base = `/c/${hall.tenant.slug}/ged`
  return {
    ...hall,
    base,
    folder: `${base}/dossiers/${folder.id}`,
    paper: `${base}/documents/${document.id}`,
  }
}

test.group('What is said of papers', (group) => {
  group.teardown(closeBrowser)

  test('by the mouse: a comment, a search that is kept, a folder as of a day, a hold', async ({
    assert,
  }) => {
    const hall = await hallWithArrete()
    const page = await windowOf(hall)
    await page.goto(hall.paper, { waitUntil: 'networkidle' })
    await page.getByLabel('Commenter').fill('À relire avant le conseil')
    await page.getByRole('button', { name: 'Écrire' }).click()
    await page.locator('.said', { hasText: 'À relire avant le conseil' }).waitFor()
    assert.deepEqual(await faultsOf(page, 'commented'), [])

    await page.goto(`${hall.base}/recherche?q=halle`, { waitUntil: 'networkidle' })
    await page.getByText('Garder cette recherche').click()
    await page.getByLabel('Son nom').fill('La halle')
    await page.getByRole('button', { name: 'Garder', exact: true }).click()
    await page.getByRole('heading', { name: 'La halle', level: 1 }).waitFor()
    assert.deepEqual(await faultsOf(page, 'search-kept'), [])

    await page.goto(hall.folder, { waitUntil: 'networkidle' })
    await page.getByText('Voir à une date').click()
    await page.getByLabel('Le dossier tel qu’il était le').fill(clock.today().toString())
    await page.getByRole('button', { name: 'Voir', exact: true }).click()
    await page.getByText('Ce dossier tel qu’il était').waitFor()
    assert.include(await page.getByRole('main').innerText(), 'Arrêté de la halle')
    assert.deepEqual(await faultsOf(page, 'folder-past'), [])

    await page.goto(hall.paper, { waitUntil: 'networkidle' })
    await page.locator('summary', { hasText: 'Geler' }).click()
    await page.getByLabel('Pourquoi').fill('Recours devant le tribunal')
    await page.getByRole('button', { name: 'Geler', exact: true }).click()
    await page.getByText('Recours devant le tribunal').first().waitFor()
    assert.equal(await page.getByRole('button', { name: 'Renommer' }).count(), 0)
    assert.deepEqual(await faultsOf(page, 'frozen'), [])
    await page.goto(`${hall.base}/gels`, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: /Lever/ }).click()
    await page.getByRole('dialog').getByRole('button').last().click()
    await page.getByText('Le gel est levé').first().waitFor()
    await page.goto(hall.paper, { waitUntil: 'networkidle' })
    await page.locator('summary', { hasText: 'Renommer' }).waitFor()
  })

  test('by the keyboard alone: a comment taken back, a search kept and forgotten, a hold', async ({
    assert,
  }) => {
    const hall = await hallWithArrete()
    const page = await windowOf(hall)
    await page.goto(hall.paper, { waitUntil: 'networkidle' })
    await write(page, 'Commenter', 'Dit trop vite')
    await enter(page, 'BUTTON Écrire')
    await page.locator('.said', { hasText: 'Dit trop vite' }).waitFor()
    await enter(page, 'BUTTON Retirer')
    await page.getByRole('dialog').waitFor()
    await enter(page, /^BUTTON (?!Annuler)/)
    await page.getByText('Retiré par son auteur').waitFor()
    assert.equal(await page.getByText('Dit trop vite').count(), 0)

    await page.goto(`${hall.base}/recherche?q=halle`, { waitUntil: 'networkidle' })
    await enter(page, 'SUMMARY Garder cette recherche')
    await write(page, 'Son nom', 'La halle')
    await enter(page, /^BUTTON Garder$/)
    await page.getByRole('heading', { name: 'La halle', level: 1 }).waitFor()
    await enter(page, 'BUTTON Oublier cette recherche')
    await page.getByRole('dialog').waitFor()
    await enter(page, /^BUTTON (?!Annuler)/)
    await page
      .getByText(/oubliée/)
      .first()
      .waitFor()

    await page.goto(hall.folder, { waitUntil: 'networkidle' })
    await enter(page, 'SUMMARY Voir à une date')
    await tabTo(page, 'Le dossier tel qu’il était le')
    // The twelfth of December, whichever of the two this browser asks for first
    await page.keyboard.type('12122025')
    await enter(page, /^BUTTON Voir$/)
    await page.getByText('Rien ce jour-là').waitFor()

    await page.goto(hall.paper, { waitUntil: 'networkidle' })
    await enter(page, 'SUMMARY Geler')
    await write(page, 'Pourquoi', 'Une enquête')
    await enter(page, /^BUTTON Geler$/)
    await page.getByText('Une enquête').first().waitFor()
  })
})
