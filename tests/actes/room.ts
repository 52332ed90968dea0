import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actesConfig } from '#config/actes'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { pickDueJobs } from '#kernel/jobs/dispatcher'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { LocalDate, uuidv7 } from '#lib/values'
import { smtpInbox } from '#app/actes/gateways/smtp_inbox'
import { keepMail } from '#app/actes/jobs/process_mail'
import { startTransmission } from '#app/actes/jobs/transmit'
import Acte from '#app/actes/models/acte'
import ClassificationVersion from '#app/actes/models/classification_version'
import { fromDay } from '#app/actes/models/days'
import Transmission from '#app/actes/models/transmission'
import { FACT_LIMIT_MS } from '#tests/helpers/until'
import { place, type Place } from '#tests/world/world'
import { MinistryClassification } from '../../simulators/ministry/classification.js'
import { start } from '../../simulators/ministry/index.js'
import { makeCertificate } from './loopback.js'

export const CLASSIFICATION_DATE = '2026-01-05'
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n'
)

/** The ministry, the mailbox of the platform and the settings that join them, for one test. */
export async function openMinistry(delays = { answer: 5, late: 300 }) {
  const folder = mkdtempSync(join(tmpdir(), 'halle-room-'))
  const certificate = makeCertificate(folder)
  const port = await freePort()
  let inboxPort = 0
  const stopInbox = await smtpInbox({
    port: 0,
    addresses: [actesConfig.inbox.returnAddress],
    onListening: (listening) => (inboxPort = listening),
  }).start(keepMail)
  const open = () =>
    start({
      dataDir: join(folder, 'data'),
      ...certificate,
      port,
      smtpUrl: `smtp://127.0.0.1:${inboxPort}`,
      user: 'halle',
      password: 'secret',
      delays,
      classificationDate: CLASSIFICATION_DATE,
    })
  Object.assign(actesConfig.ministry, {
    urls: [`https://localhost:${port}/`],
    caFile: certificate.certFile,
    user: 'halle',
    password: 'secret',
    uncertainSeconds: 1,
  })
  let ministry = await open()
  return {
    inboxPort,
    report: () => ministry.report(),
    stopMinistry: () => ministry.stop(),
    async startMinistry() {
      ministry = await open()
    },
    async close() {
      await ministry.stop()
      await stopInbox()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A commune and its ministry with no job left by others; gives what closes them, as a set-up does. */
export async function exchange(keep: (opened: Exchange) => void): Promise<() => Promise<void>> {
  await forgetJobs()
  const kervalan = await commune()
  const ministry = await openMinistry()
  keep({ kervalan, ministry })
  return () => ministry.close()
}

export interface Exchange {
  kervalan: Tenant
  ministry: Awaited<ReturnType<typeof openMinistry>>
}

/** The last sending of an acte. */
export const latestSending = (tenant: Tenant, { id }: Acte) =>
  tenancy.run(tenant.id, async () => (await Transmission.latestOf(id, '1-1'))!)

/** A commune that has received its classification. */
export async function commune(slug: Place = 'kervalan'): Promise<Tenant> {
  const tenant = await place(slug)
  await tenancy.run(tenant.id, async () => {
    if (await ClassificationVersion.latest()) return
    const xml = new MinistryClassification(CLASSIFICATION_DATE).toXml()
    await ClassificationVersion.receive(xml, '7-2.xml')
  })
  return tenant
}

/** A complete draft of deliberation; its numero is free. */
export async function draftOf(tenant: Tenant, changes: Partial<Acte> = {}): Promise<Acte> {
  return tenancy.run(tenant.id, async () => {
    const document = await documents.store(PDF, { name: 'deliberation.pdf' })
    return Acte.create({
      state: 'draft',
      natureCode: 1,
      matiere: '5.2',
      numero: `T${uuidv7().slice(-10)}`.toUpperCase(),
      objet: 'Règlement intérieur du conseil municipal',
      decisionDate: fromDay(LocalDate.parse('2026-11-20')),
      typePj: '99_DE',
      documentId: document.id,
      ...changes,
    } as Partial<Acte>)
  })
}

/** An acte that the parapheur has signed, as far as this room can tell. */
export async function signedActe(tenant: Tenant, changes: Partial<Acte> = {}): Promise<Acte> {
  const { id } = await draftOf(tenant, changes)
  return change(tenant, id, async (acte) => {
    await acte.step('submit', SYSTEM)
    acte.signedDocumentId = acte.documentId
    await acte.step('sign', SYSTEM)
  })
}

/** An acte that the ministry has, and whose answer is awaited. */
export async function sentActe(tenant: Tenant, changes: Partial<Acte> = {}): Promise<Acte> {
  const acte = await signedActe(tenant, changes)
  return change(tenant, acte.id, (fresh) => send(tenant, fresh))
}

/** Says that an acte was sent, without a ministry. */
export async function send(tenant: Tenant, acte: Acte): Promise<void> {
  acte.identifier = `035-${tenant.siren}-${acte.decisionDay!.compact()}-${acte.numero}-DE`
  await acte.step('transmit', SYSTEM)
  await acte.step('hand_over', SYSTEM)
  await Transmission.create({
    acteId: acte.id,
    type: '1-1',
    state: 'sent',
    envelope: `TACT--${tenant.siren}--${uuidv7()}`,
    archiveName: 'x.tar.gz',
    archiveDocumentId: acte.documentId!,
    archiveDigest: 'x',
    attempts: 1,
    createdAt: clock.now(),
    sentAt: clock.now(),
  })
}

export async function transmit(tenant: Tenant, acte: Acte): Promise<void> {
  await change(tenant, acte.id, (fresh) => startTransmission(fresh, SYSTEM))
}

export async function change(tenant: Tenant, id: string, work: (acte: Acte) => Promise<unknown>) {
  return tenancy.run(tenant.id, async () => {
    const acte = await Acte.get(id)
    await work(acte)
    return acte
  })
}

export const reload = (tenant: Tenant, { id }: Acte) => change(tenant, id, async () => undefined)

/** Runs the jobs that are due; returns how many. */
export async function runDueJobs(): Promise<number> {
  const due = await pickDueJobs(100, 100)
  for (const { id } of due) await runJob(id)
  return due.length
}

/** Runs jobs until something is true, for as long as any fact is waited for. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + FACT_LIMIT_MS
  while (!(await condition())) {
    if (Date.now() > limit) throw new Error(`it never happened: ${await whatWaits()}`)
    if ((await runDueJobs()) === 0) await new Promise((next) => setTimeout(next, 15))
  }
}

async function whatWaits(): Promise<string> {
  const rows = await systemDb().from('kernel.outbox').whereNull('done_at')
  return JSON.stringify(rows.map(({ name, attempts, last_error }) => [name, attempts, last_error]))
}

export async function untilState(tenant: Tenant, acte: Acte, state: string): Promise<void> {
  try {
    await until(async () => (await reload(tenant, acte)).state === state)
  } catch (error) {
    const { state: reached, anomalyDetail } = await reload(tenant, acte)
    throw new Error(`${acte.numero} is ${reached}, not ${state} (${anomalyDetail ?? ''})`, {
      cause: error,
    })
  }
}

export const forgetJobs = () => systemDb().from('kernel.outbox').delete()
export const forgetMails = () =>
  systemDb().from('actes.inbox_mails').where('state', 'new').update({ state: 'discarded' })

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}
