import { setTimeout as sleep } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { pdfFont } from '#lib/pdf/font'
import { newPdf } from '#lib/pdf/new_pdf'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { inbox } from './gateways/chosen_inbox.js'
import { inboxStore } from './gateways/inbox_store.js'
import { post } from './jobs/post.js'
import { processMail } from './jobs/process_mail.js'
import { requestClassification } from './jobs/request_classification.js'
import Acte from './models/acte.js'
import ClassificationVersion from './models/classification_version.js'
import { fromDay } from './models/days.js'
import Transmission from './models/transmission.js'

const CLASSIFICATION_WAIT_MS = 15_000

/**
 * Gives a member of the demonstration its classification, by the real exchange with the ministry,
 * and the first one a draft to begin with. Called while no worker runs yet: it works in its place.
 */
export async function seedDemo(tenant: Tenant): Promise<string[]> {
  const sentences: string[] = []
  if (!(await hasClassification(tenant))) {
    await exchangeClassification(tenant)
    sentences.push('classification de la préfecture reçue')
  }
  if (await seedDraft(tenant)) sentences.push('un premier acte en brouillon')
  return sentences
}

const hasClassification = (tenant: Tenant) =>
  tenancy.run(tenant.id, async () => (await ClassificationVersion.latest()) !== null)

async function exchangeClassification(tenant: Tenant): Promise<void> {
  const context = { tenantId: tenant.id, attempt: 1, lastAttempt: false, logger }
  const stop = await inbox().start(async (raw) => {
    const mailId = await inboxStore.keep(raw)
    if (mailId) await processMail.run({ mailId }, context)
  })
  try {
    await requestClassification.run({}, context)
    const transmission = await tenancy.run(tenant.id, () =>
      Transmission.query().where('type', '7-1').orderBy('id', 'desc').firstOrFail()
    )
    await post.run({ transmissionId: transmission.id }, context)
    const limit = Date.now() + CLASSIFICATION_WAIT_MS
    while (!(await hasClassification(tenant))) {
      if (Date.now() > limit) throw new Error(`${tenant.name} did not receive its classification`)
      await sleep(50)
    }
  } finally {
    await stop()
  }
}

async function seedDraft(tenant: Tenant): Promise<boolean> {
  if (tenant.kind !== 'commune') return false
  const pdf = await deliberation(tenant)
  return tenancy.run(tenant.id, async () => {
    if (await Acte.query().first()) return false
    const document = await documents.store(pdf, { name: 'tarifs-cantine-2027.pdf' })
    await Acte.create({
      state: 'draft',
      natureCode: 1,
      matiere: '7.10',
      numero: '2026_041',
      objet: 'Tarifs de la cantine scolaire à compter du 1er janvier 2027',
      decisionDate: fromDay(clock.today().plusDays(-2)),
      typePj: '99_DE',
      documentId: document.id,
    })
    return true
  })
}

/** A short deliberation, as a commune would write it. */
async function deliberation({ name }: Tenant): Promise<Buffer> {
  const page = await newPdf({
    size: 'A4',
    margin: 72,
    font: pdfFont('regular') as unknown as string,
    info: { Title: 'Tarifs de la cantine scolaire' },
  })
  const chunks: Buffer[] = []
  page.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise((resolve) => page.on('end', resolve))
  page.registerFont('strong', pdfFont('semibold'))
  page.moveDown(3).font('strong').fontSize(11).text(name)
  page.fontSize(18).moveDown().text('Tarifs de la cantine scolaire')
  page
    .font(pdfFont('regular') as unknown as string)
    .fontSize(11)
    .moveDown()
  for (const paragraph of PARAGRAPHS) page.text(paragraph, { lineGap: 3 }).moveDown(0.8)
  page.end()
  await finished
  return Buffer.concat(chunks)
}

const PARAGRAPHS = [
  'Vu le code général des collectivités territoriales, notamment son article L2121-29 ;',
  'Considérant que le prix de revient d’un repas servi à la cantine s’établit à 8,42 euros et que la commune souhaite en laisser la plus petite part aux familles ;',
  'Le conseil municipal, après en avoir délibéré, décide :',
  'Article 1. À compter du 1er janvier 2027, le prix du repas est fixé à 1 euro pour les familles dont le quotient familial est inférieur à 700 euros, à 2,60 euros jusqu’à 1 200 euros et à 3,40 euros au-delà.',
  'Article 2. Les repas fournis par la famille en raison d’une allergie reconnue sont accueillis à titre gratuit.',
  'Article 3. La présente délibération sera transmise au représentant de l’État et publiée.',
]
