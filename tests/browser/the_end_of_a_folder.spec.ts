import { test } from '@japa/runner'
import { depositOf } from '#rooms/archiving'
import { SYSTEM } from '#kernel/actor'
import Node from '#app/ged/nodes/node'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { adoptTable } from '#app/ged/types/adopt_table'
import DocumentType from '#app/ged/types/document_type'
import { archive, withTimeAuthority } from '#tests/archiving/archive_world'
import { aDocument, aFolder } from '#tests/ged/support/documents'
import { closeBrowser } from '#tests/helpers/browser'
import { enter, tabTo } from './papers/keyboard.js'
import { faultsOf, townHall, windowOf } from './papers/scene.js'

/** A folder of a member of nobody else, with a facture and something that has no type. */
async function hallWithFolder() {
  const hall = await townHall()
  const folder = await hall.within(async () => {
    await commonSpace()
    await adoptTable(SYSTEM)
    const opened = await aFolder('Halle couverte')
    const type = await DocumentType.findByOrFail({ code: 'facture' })
    const invoice = await aDocument('Facture 12.txt', opened)
    await invoice.merge({ typeId: type.id }).save()
    await aDocument('Plan.txt', opened)
    return opened
  })
  return { ...hall, folder, base: `/c/${hall.tenant.slug}/ged` }
}

type Hall = Awaited<ReturnType<typeof hallWithFolder>>

/** The archives take what was handed over, as their workers do. */
async function archived({ within, folder, tenant }: Hall) {
  const { depositId } = (await within(() => depositOf({ capability: 'ged', id: folder.id })))!
  return archive(tenant.id, depositId)
}

test.group('The end of a folder', (group) => {
  group.setup(async () => void (await withTimeAuthority()))
  group.teardown(closeBrowser)

  test('by the mouse: its retention is said, its deposit offered, made and followed', async ({
    assert,
  }) => {
    const hall = await hallWithFolder()
    const page = await windowOf(hall)
    await page.goto(`${hall.base}/dossiers/${hall.folder.id}`, { waitUntil: 'networkidle' })
    await page.getByText('Clore le dossier').first().click()
    await page.getByRole('link', { name: 'Clore le dossier' }).click()
    await page.getByRole('heading', { name: 'Clore « Halle couverte »' }).waitFor()
    const said = await page.getByRole('main').innerText()
    assert.include(said, 'Facture (1)')
    assert.deepEqual(await faultsOf(page, 'closing'), [])
    await page.getByLabel('Sa conservation court depuis le').fill('2999-12-31')
    await page.getByRole('button', { name: 'Clore le dossier' }).click()
    await page.getByText('Écrivez un jour passé').first().waitFor()
    await page.getByLabel('Sa conservation court depuis le').fill('2025-12-31')
    const [rule, action, access] = [
      page.getByLabel('Durée de conservation'),
      page.getByLabel('Sort final'),
      page.getByLabel('Communicabilité'),
    ]
    assert.equal(await rule.inputValue(), '10 ans')
    if (!(await action.inputValue())) await action.selectOption('destroy')
    if (!(await access.inputValue())) await access.selectOption('AR038')
    await page.getByRole('button', { name: 'Clore le dossier' }).click()
    await page.getByText('est clos, et versé aux archives').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Déposer', exact: true }).count(), 0)
    assert.deepEqual(await faultsOf(page, 'closed'), [])

    assert.equal((await archived(hall)).state, 'accepted')
    await page.reload({ waitUntil: 'networkidle' })
    await page.getByText('ont accepté son versement').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Rouvrir le dossier' }).count(), 0)
    await page.getByRole('link', { name: 'Plan', exact: true }).click()
    await page.getByRole('heading', { name: 'Plan', level: 1 }).waitFor()
    assert.include(await page.getByRole('main').innerText(), '31 décembre 2025')
    await page.goBack({ waitUntil: 'networkidle' })
    await page.getByRole('link', { name: /versement/i }).click()
    await page.getByText('Halle couverte').first().waitFor()
    assert.deepEqual(await faultsOf(page, 'deposited'), [])
  })

  test('by the keyboard alone: closed without the archives, and opened again', async ({
    assert,
  }) => {
    const hall = await hallWithFolder()
    const page = await windowOf(hall)
    const address = `${hall.base}/dossiers/${hall.folder.id}`
    await page.goto(address, { waitUntil: 'networkidle' })
    await enter(page, 'SUMMARY Clore le dossier')
    await enter(page, 'A Clore le dossier')
    await page.getByRole('heading', { name: 'Clore « Halle couverte »' }).waitFor()
    await tabTo(page, 'Sa conservation court depuis le')
    // The twelfth of December, whichever of the two this browser asks for first
    await page.keyboard.type('12122025')
    await tabTo(page, 'Verser le dossier aux archives')
    await page.keyboard.press('Space')
    await enter(page, 'BUTTON Clore le dossier')
    await page.getByText('« Halle couverte » est clos').waitFor()
    await enter(page, 'BUTTON Rouvrir le dossier')
    const sure = page.getByRole('dialog')
    await sure.waitFor()
    await enter(page, /^BUTTON (?!Annuler)/)
    await page.getByText('est rouvert').waitFor()
    const { accessId } = await hall.within(() => Node.get(hall.folder.id))
    assert.isString(accessId)
    await tabTo(page, 'Fichiers')
  })
})
