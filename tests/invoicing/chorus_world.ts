import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import encryption from '@adonisjs/core/services/encryption'
import { chorusConfig } from '#config/invoicing'
import Invoice from '#app/invoicing/models/invoice'
import { seatOf } from '#lib/values'
import { pull } from '#app/invoicing/pulling/pull'
import { saveSettings } from '#kernel/settings'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { convertFile } from '#lib/einvoice'
import { runDueJobs } from '#tests/helpers/jobs'
import { townHall, type TownHall } from '#tests/parapheur/town_hall'
import { DEMO_ACCOUNTS, start, type ChorusOptions } from '../../simulators/chorus/index.js'
import { demoInvoice } from '../../simulators/chorus/demo_invoice.js'

export interface ChorusWorld extends TownHall {
  chorus: Awaited<ReturnType<typeof start>>
  siret: string
  /** Deposits an invoice for the commune; gives its identifier there. */
  deposit(options?: { number?: string; isAgain?: boolean; bytes?: Buffer }): Promise<number>
  /** Pulls, and runs all that follows. */
  pullAll(): Promise<void>
  settle(): Promise<void>
  /** The only invoice of the commune, as it stands. */
  invoice(): Promise<Invoice>
  close(): Promise<void>
}

let numbers = 0

/** A new commune whose technical account opens a Chorus Pro of its own. */
export async function chorusWorld(options: Partial<ChorusOptions> = {}): Promise<ChorusWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'halle-chorus-'))
  const chorus = await start({ dataDir: folder, ...options })
  const hall = await townHall()
  const siret = seatOf(hall.tenant.siren)
  Object.assign(chorusConfig, {
    url: `${chorus.url}/cpro`,
    oauthUrl: `${chorus.url}/api/oauth/token`,
    clientId: DEMO_ACCOUNTS.clientId,
    clientSecret: DEMO_ACCOUNTS.clientSecret,
    uncertainSeconds: 0,
  })
  await hall.run(() => saveSettings('invoicing', accountOf(siret)))
  const settle = () => runDueJobs(hall.tenant.id)
  return {
    ...hall,
    tenant: (await tenants.byId(hall.tenant.id))!,
    chorus,
    siret,
    settle,
    async deposit({ number = `F2026-${++numbers}`, isAgain, bytes } = {}) {
      const sent = bytes ?? (await facturX(siret, number))
      const taken = await chorus.deposit({
        bytes: sent,
        fileName: 'facture.pdf',
        buyer: siret,
        isAgain,
      })
      if ('refusal' in taken) throw new Error(taken.refusal)
      return taken.id
    },
    async pullAll() {
      await hall.run(() => pull.enqueue({}))
      await settle()
    },
    invoice: () => hall.run(() => Invoice.query().orderBy('id').firstOrFail()),
    async close() {
      await chorus.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

export const accountOf = (siret: string, password = DEMO_ACCOUNTS.accountPassword) => ({
  siret,
  chorusLogin: `TECH_${siret}@cpro.test`,
  chorusPassword: encryption.encrypt(password),
})

/** A Factur-X for a buyer, right by every rule. */
export async function facturX(buyer: string, number: string): Promise<Buffer> {
  const issuedOn = new Date('2026-11-20T12:00:00Z')
  const xml = demoInvoice({ buyer, buyerName: 'Commune de Kervalan', number, issuedOn })
  const made = await convertFile(Buffer.from(xml), 'facturx')
  if (!('bytes' in made)) throw new Error(made.message)
  return made.bytes
}

/** What a row of a table of the room says, in the commune. */
export const rowsOf = (tenantId: string, table: string) =>
  tenancy.run(tenantId, ({ trx }) => trx.from(`invoicing.${table}`).orderBy('id'))
