import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { openPromise } from 'yauzl'
import { closeBrowser } from '#tests/helpers/browser'
import { enter, tabTo, write } from './papers/keyboard.js'
import { faultsOf, later, townHall, type TownHall, windowOf } from './papers/scene.js'

const PLAN = {
  name: 'Schéma assainissement.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Le réseau'),
}
const NOTE = {
  name: 'Note de calcul.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Les pentes'),
}

const at = ({ tenant }: TownHall) => `/c/${tenant.slug}/ged`

/** Whether what stands before her is a page that does not exist for her. */
const isNowhere = async (page: Page, address: string) =>
  (await page.goto(address))!.status() === 404

/** The names and the words of the files of a ZIP that the browser took. */
async function unpacked(path: string): Promise<string[]> {
  const zip = await openPromise(path, { autoClose: false })
  const names: string[] = []
  for await (const { fileName } of zip.eachEntry()) names.push(fileName)
  zip.close()
  return names.toSorted()
}

test.group('A space shared with another member', (group) => {
  group.teardown(closeBrowser)

  test('is opened by the mouse, read by the guest, taken away, and taken back', async ({
    assert,
  }) => {
    const [owner, guest] = [await townHall(), await townHall('Gaël Riou')]
    const desk = await windowOf(owner)
    await desk.goto(at(owner), { waitUntil: 'networkidle' })
    await desk.getByText('Ouvrir un espace de service').click()
    await desk.getByLabel('Nom de l’espace').fill('Service des eaux')
    await desk.getByRole('button', { name: 'Ouvrir l’espace' }).click()
    await desk.getByRole('heading', { name: 'Service des eaux', level: 1 }).waitFor()
    await desk.setInputFiles('#champ-files', [PLAN, NOTE])
    await desk.getByRole('button', { name: 'Déposer', exact: true }).click()
    await desk.getByText('2 documents déposés').waitFor()
    await desk.getByRole('link', { name: 'Revenir au dossier' }).click()
    const space = desk.url()
    await desk.getByRole('link', { name: 'Partage' }).click()
    await desk.getByLabel('Collectivité', { exact: true }).fill('nulle part')
    await desk.getByRole('button', { name: 'Ouvrir l’espace' }).click()
    await desk.getByText('Aucun membre ne s’appelle').first().waitFor()
    await desk.getByLabel('Collectivité', { exact: true }).fill(guest.tenant.siren)
    await desk.getByRole('button', { name: 'Ouvrir l’espace' }).click()
    await desk.getByText(`L’espace est ouvert à ${guest.tenant.name}`).waitFor()
    assert.deepEqual(await faultsOf(desk, 'shared'), [])

    await later(owner)
    const home = await windowOf(guest)
    await home.goto(at(guest), { waitUntil: 'networkidle' })
    await home.getByRole('link', { name: new RegExp(owner.tenant.name) }).click()
    await home.getByRole('link', { name: 'Service des eaux' }).click()
    await home.getByRole('heading', { name: 'Service des eaux', level: 1 }).waitFor()
    assert.deepEqual(await faultsOf(home, 'guest'), [])
    assert.equal(await home.getByRole('button', { name: 'Déposer', exact: true }).count(), 0)
    await home.getByRole('link', { name: 'Schéma assainissement' }).click()
    const document = home.url()
    const [read] = await Promise.all([
      home.waitForEvent('download'),
      home.getByRole('link', { name: 'Télécharger' }).first().click(),
    ])
    assert.equal(readFileSync(await read.path(), 'utf8'), 'Le réseau')

    await desk.goto(space, { waitUntil: 'networkidle' })
    await desk.getByLabel('Choisir toutes les lignes de cette page').check()
    const [taken] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: 'Télécharger (ZIP)' }).click(),
    ])
    assert.deepEqual(await unpacked(await taken.path()), [NOTE.name, PLAN.name])

    await desk.goto(`${space}/partage`, { waitUntil: 'networkidle' })
    await desk.getByRole('button', { name: /Reprendre/ }).click()
    await desk.getByText('L’espace est repris').waitFor()
    await later(owner)
    for (const address of [document, space]) assert.isTrue(await isNowhere(home, address), address)
    assert.deepEqual(await faultsOf(home, 'removed'), [])
    await home.goto(at(guest), { waitUntil: 'networkidle' })
    assert.equal(await home.getByRole('link', { name: owner.tenant.name }).count(), 0)
  })

  test('is opened, read, taken away and taken back by the keyboard alone', async ({ assert }) => {
    const [owner, guest] = [await townHall(), await townHall('Gaël Riou')]
    const desk = await windowOf(owner)
    await desk.goto(at(owner), { waitUntil: 'networkidle' })
    await enter(desk, 'Ouvrir un espace de service')
    await write(desk, 'Nom de l’espace', 'Service des eaux')
    await enter(desk, 'Ouvrir l’espace')
    await desk.getByRole('heading', { name: 'Service des eaux', level: 1 }).waitFor()
    const asked = desk.waitForEvent('filechooser')
    await enter(desk, 'Fichiers')
    await (await asked).setFiles([PLAN, NOTE])
    await enter(desk, 'BUTTON Déposer')
    await desk.getByText('2 documents déposés').waitFor()
    await enter(desk, 'A Revenir au dossier')
    await desk.getByRole('heading', { name: 'Service des eaux', level: 1 }).waitFor()
    const space = desk.url()
    await enter(desk, 'A Partage')
    await desk.getByRole('heading', { name: /^Partage de/, level: 1 }).waitFor()
    await write(desk, /^INPUT Collectivité/, guest.tenant.siren)
    await enter(desk, 'BUTTON Ouvrir l’espace')
    await desk.getByText(`L’espace est ouvert à ${guest.tenant.name}`).waitFor()

    await later(owner)
    const home = await windowOf(guest)
    await home.goto(at(guest), { waitUntil: 'networkidle' })
    await enter(home, `A ${owner.tenant.name}`)
    await home.waitForURL((address) => address.pathname.startsWith(at(owner)))
    await enter(home, 'A Service des eaux')
    await home.getByRole('heading', { name: 'Service des eaux', level: 1 }).waitFor()
    await enter(home, 'A Schéma assainissement')
    await home.getByRole('heading', { name: 'Schéma assainissement', level: 1 }).waitFor()
    const document = home.url()

    await desk.goto(space, { waitUntil: 'networkidle' })
    await tabTo(desk, 'Choisir toutes les lignes')
    await desk.keyboard.press('Space')
    const saved = desk.waitForEvent('download')
    await enter(desk, 'Télécharger (ZIP)')
    assert.lengthOf(await unpacked(await (await saved).path()), 2)
    await enter(desk, 'A Partage')
    await desk.getByRole('heading', { name: /^Partage de/, level: 1 }).waitFor()
    await enter(desk, 'BUTTON Reprendre')
    await desk.getByText('L’espace est repris').waitFor()
    assert.isTrue(await isNowhere(home, document))
  })
})
