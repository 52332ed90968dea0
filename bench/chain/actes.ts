import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import PDFDocument from 'pdfkit'
import { prepareDeposit } from '#app/archiving/jobs/prepare_deposit'
import { ingestDeposit } from '#app/archiving/jobs/ingest_deposit'
import Deposit from '#app/archiving/models/deposit'
import { depositActe } from '#app/actes/jobs/archive'
import { publish } from '#app/actes/jobs/publish'
import { startTransmission, transmit } from '#app/actes/jobs/transmit'
import Acte from '#app/actes/models/acte'
import ClassificationVersion from '#app/actes/models/classification_version'
import { fromDay } from '#app/actes/models/days'
import Transmission from '#app/actes/models/transmission'
import { OUTSIDE, SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { MinistryClassification } from '../../simulators/ministry/classification.js'

const slugOf = (n: number) => `banc-de-la-chaine-${n}`

export interface SignedActe {
  tenantId: string
  acteId: string
}

/** Communes that may transmit; returns their identifiers. */
export async function communes(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 1; n <= count; n++) ids.push(await commune(slugOf(n), 213_509_100 + n))
  return ids
}

async function commune(slug: string, siren: number): Promise<string> {
  await db.connection('app').rawQuery(
    `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code, public_since)
     values (?, ?, ?, 'Commune de banc', 'commune', '035', '1', '31', now()) on conflict do nothing`,
    [uuidv7(), slug, String(siren)]
  )
  const tenant = (await tenants.bySlug(slug))!
  await tenancy.run(tenant.id, async () => {
    if (await ClassificationVersion.latest()) return
    await ClassificationVersion.receive(new MinistryClassification('2026-01-05').toXml(), '7-2.xml')
  })
  return tenant.id
}

/** A PDF of about that many bytes, as a scan is: noise that does not compress. */
export async function scannedPdf(bytes: number): Promise<Buffer> {
  const document = new PDFDocument({ compress: false })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise((resolve) => document.on('end', resolve))
  let text = ''
  while (text.length < bytes) text += `${uuidv7()} `
  document.fontSize(6).text(text)
  document.end()
  await ended
  return Buffer.concat(parts)
}

/** An acte that the parapheur has just signed. */
export async function signedActe(tenantId: string, pdf: Buffer): Promise<string> {
  return tenancy.run(tenantId, async () => {
    const { id: documentId } = await documents.store(
      Buffer.concat([pdf, Buffer.from(`\n%${uuidv7()}\n`)]),
      {
        name: 'deliberation.pdf',
      }
    )
    const acte = await Acte.create({
      state: 'draft',
      natureCode: 1,
      matiere: '5.2',
      numero: `B${uuidv7().slice(-10)}`.toUpperCase(),
      objet: 'Règlement intérieur du conseil municipal',
      decisionDate: fromDay(clock.today()),
      typePj: '99_DE',
      documentId,
      signedDocumentId: documentId,
    } as Partial<Acte>)
    await acte.step('submit', SYSTEM)
    await acte.step('sign', SYSTEM)
    return acte.id
  })
}

const contextOf = (tenantId: string) => ({ tenantId, attempt: 1, lastAttempt: true, logger })

/** Steps 3 and 4 by the product's own jobs; only the prefecture's answer is given. Returns the deposit. */
export async function transmitAndPublish({ tenantId, acteId }: SignedActe): Promise<string> {
  await tenancy.run(tenantId, async () => startTransmission(await Acte.get(acteId), SYSTEM))
  await transmit.run({ acteId }, contextOf(tenantId))
  return tenancy.run(tenantId, async () => {
    const acte = await Acte.get(acteId)
    acte.receivedOn = fromDay(clock.today())
    await acte.step('acknowledge', OUTSIDE)
    await publish(acteId)
    await depositActe(acteId)
    const { archiveReference } = await Acte.get(acteId)
    return archiveReference!
  })
}

/** Step 5, by the product's own jobs. */
export async function archive(tenantId: string, depositId: string): Promise<void> {
  await prepareDeposit.run({ depositId }, contextOf(tenantId))
  await ingestDeposit.run({ depositId }, contextOf(tenantId))
}

/** Throws unless the archive has accepted that deposit. */
export async function mustBeAccepted(tenantId: string, depositId: string): Promise<void> {
  const { state, trouble } = await tenancy.run(tenantId, () => Deposit.get(depositId))
  if (state !== 'accepted') throw new Error(`The deposit is ${state}: ${trouble}`)
}

/** The archive sent to the ministry and the package kept by the archive, as files. */
export async function producedBy({
  tenantId,
  acteId,
}: SignedActe): Promise<{ envelope: Buffer; sip: Buffer }> {
  return tenancy.run(tenantId, async () => {
    const acte = await Acte.get(acteId)
    const transmission = await Transmission.latestOf(acteId, '1-1')
    const deposit = await Deposit.get(acte.archiveReference!)
    return {
      envelope: await documents.read(transmission!.archiveDocumentId),
      sip: await documents.read(deposit.sipDocumentId!),
    }
  })
}
