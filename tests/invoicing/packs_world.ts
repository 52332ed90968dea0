import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packsConfig } from '#config/invoicing'
import { chorusWorld } from './chorus_world.js'

/** A sheet for EN 16931 in CII that asks what no invoice has. */
const SHEET = `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><title>EN16931 model bound to CII</title>
  <ns prefix="rsm" uri="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>
  <pattern><rule context="/rsm:CrossIndustryInvoice">
  <assert id="BR-77" flag="fatal" test="rsm:None">[BR-77]-BT-1 shall be there.</assert></rule></pattern></schema>`

/** Invoices of Chorus, and a folder of its own where the operator's packs are kept. */
export async function packsWorld() {
  const own = { ...packsConfig }
  const folder = mkdtempSync(join(tmpdir(), 'halle-packs-'))
  Object.assign(packsConfig, { schemasDir: join(folder, 'schemas') })
  const world = await chorusWorld()
  return {
    world,
    folder,
    /** Where the files of a pack lie that nobody has imported yet. */
    packCalled(name: string): string {
      mkdirSync(join(folder, name))
      writeFileSync(join(folder, name, 'EN16931-CII.sch'), SHEET)
      return join(folder, name)
    },
    async close() {
      Object.assign(packsConfig, own)
      rmSync(folder, { recursive: true })
      await world.close()
    },
  }
}
