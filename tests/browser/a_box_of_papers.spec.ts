import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { documentsConfig } from '#config/documents'
import { closeBrowser } from '#tests/helpers/browser'
import { type StandInClamd, standInClamd } from '#tests/helpers/stand_in_clamd'
import { boxOfPapers, type Paper } from './papers/box.js'
import { choose, enter, tabTo, write } from './papers/keyboard.js'
import { faultsOf, later, townHall, windowOf } from './papers/scene.js'

/** Lets files fall on the page, as a hand does. */
async function drop(page: Page, papers: Paper[]): Promise<void> {
  const given = papers.map(({ name, buffer }) => [buffer.toString('base64'), name])
  const carried = await page.evaluateHandle((files) => {
    // Compiled for Node, run in the page: only a browser carries files by hand
    const data = new (globalThis as any).DataTransfer()
    for (const [base64, name] of files) {
      const octets = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      data.items.add(new File([octets], name))
    }
    return data
  }, given)
  await page.dispatchEvent('[data-dropzone]', 'drop', { dataTransfer: carried })
}

const row = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: title, exact: true }) })

test.group('A box of papers', (group) => {
  const before = documentsConfig.clamdUrl
  let clamd: StandInClamd
  group.setup(async () => {
    clamd = await standInClamd()
    documentsConfig.clamdUrl = clamd.url
  })
  group.teardown(async () => {
    documentsConfig.clamdUrl = before
    await closeBrowser()
    await clamd.stop()
  })

  test('dropped by the mouse is typed, dated, filed or refused, read, and found', async ({
    assert,
  }) => {
    const hall = await townHall()
    const page = await windowOf(hall)
    await page.goto(`/c/${hall.tenant.slug}/ged`, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Espace commun' }).click()
    await page.getByText('Nouveau dossier').click()
    await page.getByLabel('Nom du dossier').fill('Carton de mars')
    await page.getByRole('button', { name: 'Ouvrir le dossier' }).click()
    await page.getByRole('heading', { name: 'Carton de mars', level: 1 }).waitFor()
    const papers = await boxOfPapers()
    await drop(page, papers)
    assert.deepEqual(await faultsOf(page, 'chosen'), [])
    await page.getByRole('button', { name: 'Déposer', exact: true }).click()
    await page.getByRole('heading', { name: 'Ce qui a été déposé' }).waitFor()
    await page.getByText(`${papers.length - 1} documents déposés. 1 fichier refusé`).waitFor()
    const refused = page.getByRole('row').filter({ hasText: 'facture-piégée.doc' })
    assert.match(await refused.innerText(), /programme malveillant/)
    assert.deepEqual(await faultsOf(page, 'dropped'), [])

    const arrete = row(page, 'Arrêté 2026-117 du 17-03-2026')
    const selected = (one: typeof arrete) =>
      one.locator('select').evaluate((field: any) => field.selectedOptions[0].label)
    assert.equal(await selected(arrete), 'Arrêté')
    assert.equal(await arrete.getByLabel(/^Date de/).inputValue(), '17/03/2026')
    assert.equal(await selected(row(page, 'Devis de la toiture')), 'Message')
    assert.equal(await selected(row(page, 'PV du conseil 12 mars 2026')), 'Procès-verbal')
    const plan = row(page, 'plan-cadastre')
    await plan.getByLabel(/^Date de/).fill('31/02/2020')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Ce jour n’existe pas').first().waitFor()
    await plan.getByLabel(/^Date de/).fill('28/02/2020')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Un document est décrit').waitFor()

    await later(hall)
    await page.goto(`/c/${hall.tenant.slug}/ged`, { waitUntil: 'networkidle' })
    const search = async (words: string) => {
      await page.getByLabel('Mots, numéro ou champ').fill(words)
      await page.getByRole('button', { name: 'Rechercher', exact: true }).click()
      await page.getByRole('heading', { name: 'Rechercher un document' }).waitFor()
      return page.getByRole('main').innerText()
    }
    assert.include(await search('korrigan 117'), 'Arrêté 2026-117')
    assert.include(await search('passerelle'), 'PV du conseil')
    assert.include(await search('type:arrêté date:05/03/2026'), 'Arrêté 2026-105')
    assert.include(await search('date:2020'), 'plan-cadastre')
    assert.deepEqual(await faultsOf(page, 'found'), [])
    await page.getByRole('link', { name: /plan-cadastre/ }).click()
    await page.getByRole('heading', { name: 'plan-cadastre', level: 1 }).waitFor()
    assert.deepEqual(await faultsOf(page, 'document'), [])
    await page.context().close()
  })

  test('is dropped, corrected and found by the keyboard alone', async ({ assert }) => {
    const hall = await townHall()
    const page = await windowOf(hall)
    await page.goto(`/c/${hall.tenant.slug}/ged`, { waitUntil: 'networkidle' })
    await enter(page, 'A Espace commun')
    await page.getByRole('heading', { name: 'Espace commun', level: 1 }).waitFor()
    const papers = (await boxOfPapers()).slice(20)
    const asked = page.waitForEvent('filechooser')
    await enter(page, 'Fichiers')
    await (await asked).setFiles(papers)
    await enter(page, 'BUTTON Déposer')
    await page.getByRole('heading', { name: 'Ce qui a été déposé' }).waitFor()
    await choose(page, 'Type de vide', 'Note')
    await write(page, 'Date de vide', '02/01/2025')
    await enter(page, 'BUTTON Enregistrer')
    await page.getByText('Un document est décrit').waitFor()
    const kept = row(page, 'vide').locator('select')
    assert.equal(await kept.evaluate((field: any) => field.selectedOptions[0].label), 'Note')
    await later(hall)
    await enter(page, 'A Documents')
    await page.getByRole('heading', { name: 'Documents', level: 1 }).waitFor()
    await write(page, 'Mots, numéro ou champ', 'passerelle')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Rechercher un document' }).waitFor()
    await enter(page, /^A .*PV du conseil/)
    await page.getByRole('heading', { name: /PV du conseil/, level: 1 }).waitFor()
    await tabTo(page, 'A Télécharger')
    await page.context().close()
  })
})
