import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { packsConfig } from '#config/invoicing'
import { packsHome } from '#app/invoicing/packs_home'
import { verdictOf } from '#app/invoicing/archive/pieces'
import { importPack } from '#lib/einvoice/packs'
import { chorusWorld, type ChorusWorld } from './chorus_world.js'

/** A sheet for EN 16931 in CII that asks what no invoice has. */
const SHEET = `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><title>EN16931 model bound to CII</title>
  <ns prefix="rsm" uri="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>
  <pattern><rule context="/rsm:CrossIndustryInvoice">
  <assert id="BR-77" flag="fatal" test="rsm:None">[BR-77]-BT-1 shall be there.</assert></rule></pattern></schema>`

test.group('An invoice that official rules judge too', (group) => {
  let world: ChorusWorld
  let folder: string
  const own = { ...packsConfig }

  group.each.setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halle-packs-'))
    Object.assign(packsConfig, { schemasDir: join(folder, 'schemas') })
    world = await chorusWorld()
    return async () => {
      Object.assign(packsConfig, own)
      rmSync(folder, { recursive: true })
      await world.close()
    }
  })

  /** The operator imports a pack that applies from a day on. */
  const imported = (from: string) => {
    mkdirSync(join(folder, 'pack-7.1'))
    writeFileSync(join(folder, 'pack-7.1', 'EN16931-CII.sch'), SHEET)
    const home = packsHome({ SCHEMAS_DIR: packsConfig.schemasDir })
    importPack(join(folder, 'pack-7.1'), home, { from, today: from })
  }
  const received = async () => {
    await world.deposit()
    await world.pullAll()
    return world.invoice()
  }

  test('says on its page and in its archive which pack did, and what is disputed', async ({
    assert,
    client,
  }) => {
    imported('2026-01-01')
    const invoice = await received()
    assert.equal(invoice.outcome!.verdict, 'invalid')
    assert.deepInclude(verdictOf(invoice), { pack: '7.1', verdict: 'invalid' })
    const page = await client
      .get(`/c/${world.tenant.slug}/factures/${invoice.id}`)
      .loginAs(world.agent)
    page.assertTextIncludes('par le paquet officiel 7.1')
    page.assertTextIncludes('Contestée')
  })

  test('is judged by our rules alone before the day of the pack', async ({ assert, client }) => {
    imported('2099-01-01')
    const invoice = await received()
    assert.deepInclude(verdictOf(invoice), { pack: null, verdict: 'valid' })
    const page = await client
      .get(`/c/${world.tenant.slug}/factures/${invoice.id}`)
      .loginAs(world.agent)
    page.assertTextIncludes('Jugée par nos règles seules')
  })
})
