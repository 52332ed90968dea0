import type { ApiClient } from '@japa/api-client'
import mail from '@adonisjs/mail/services/main'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { approveAttachment } from '#app/outsiders/organisations/ask'
import Attachment from '#app/outsiders/organisations/attachment'
import { behind } from '#app/outsiders/wall/wall'
import { openPersonToken } from '#rooms/outsiders'
import { walled } from '#app/outsiders/wall/walled_model'
import { someEmail } from '#tests/outsiders/people'
import { bidder, type Bidder } from './bidders.js'

/** What a company types of itself. */
export const FACTS = {
  legalForm: 'SARL',
  representative: 'Anne Cariou',
  quality: 'gérante',
  email: 'anne@cariou.example',
  phone: '02 99 00 00 00',
  turnover1: '1 250 000,50',
  turnover2: '900000',
  workforce: '12',
  insurer: 'Assureur, contrat 12',
  references: 'Cour de l’école de Plounéour, 2024',
  isSme: 'true',
  isNotExcluded: 'true',
}

/** A sous-traitant as somebody declares it. */
export const SUB = {
  name: 'Pépinière du Trieux',
  siret: '',
  address: '3 rue du Four, 22200 Guingamp',
  nature: 'Fourniture de deux arbres',
  amount: '12 000',
  payment: 'Paiement direct à trente jours',
  isNotExcluded: 'true',
}

/** A company whose place is held: somebody vouched for her. */
export async function heldBidder(name: string, email?: string): Promise<Bidder> {
  const her = await bidder(name, email)
  const { personId } = her.session.outsider
  const asked = await behind({ person: personId }, () =>
    Attachment.query(walled()).where({ personId }).firstOrFail()
  )
  await approveAttachment(asked, { kind: 'system' }, 'mandate')
  return her
}

const pageOf = (id: string) => `/moi/marches/kervalan/${id}/candidature`

/** What somebody does of a candidature, by the forms. */
export function answering(client: ApiClient, { session, siret }: Bidder, id: string) {
  const post = (path: string, fields: Record<string, unknown> = {}) =>
    client
      .post(path.startsWith('/') ? path : `${pageOf(id)}${path && `/${path}`}`)
      .withSession(session)
      .withCsrfToken()
      // Letters are counted by address: each company has its own
      .header('x-forwarded-for', addressOf(siret))
      .form(fields)
      .redirects(0)
  const get = (path = '') =>
    client
      .get(path.startsWith('/') ? path : `${pageOf(id)}${path && `/${path}`}`)
      .withSession(session)
      .redirects(0)
  return { post, get }
}

const addressOf = (siret: string) =>
  `10.${[2, 4, 6].map((at) => Number(siret.slice(at, at + 2))).join('.')}`

/** The identifiers that a page of a candidature names. */
export async function idsOn(client: ApiClient, her: Bidder, id: string) {
  const page = await answering(client, her, id).get()
  const [, candidature] = /candidature\/([0-9a-f-]{36})\/forme/.exec(page.text()) ?? []
  const own = /candidature\/membres\/([0-9a-f-]{36})"/.exec(page.text())?.[1]
  const members = [...page.text().matchAll(/\/membres\/([0-9a-f-]{36})\/retrait/g)].map(
    ([, member]) => member
  )
  return { candidature, own: own!, members, page }
}

const MAILS = ['procurement.mail_member', 'procurement.mail_mandataire', 'procurement.warn_proof']
const waiting = () =>
  systemDb().from('kernel.outbox').whereIn('name', MAILS).whereNull('done_at').orderBy('id')

/** Throws away the letters of other tests. */
export const emptyGroupBox = () =>
  systemDb().from('kernel.outbox').whereIn('name', MAILS).whereNull('done_at').delete()

/** Runs the jobs that write to companies; what they sent, and the links that are in it. */
export async function groupLetters() {
  using fake = mail.fake()
  for (const { id } of await waiting()) await runJob(id)
  return fake.messages.sent().map((message) => {
    const { to, text } = message.nodeMailerMessage as any
    const path: string = /https?:\/\/[^/\s]+(\/\S+)/.exec(text)?.[1] ?? ''
    return { to: JSON.stringify(to), text: String(text), path }
  })
}

/** A group that a mandataire begins, with one cotraitant who accepted and filled hers. */
export async function grouped(
  client: ApiClient,
  id: string,
  { lead, other, form = 'conjoint' }: { lead: Bidder; other: Bidder; form?: string }
) {
  const leads = answering(client, lead, id)
  await leads.post('', { establishment: lead.establishmentId })
  const { candidature, own } = await idsOn(client, lead, id)
  await leads.post(`${candidature}/forme`, { form })
  await leads.post(`${candidature}/membres/${own}/part`, { part: '60', work: 'Enrobés' })
  await leads.post(`${candidature}/membres`, {
    ...{ siret: other.siret, company: 'Pennec', email: someEmail('pennec') },
    ...{ part: '40', work: 'Plantations' },
  })
  const [{ path }] = await groupLetters()
  await answering(client, other, id).post(path)
  const [member] = (await idsOn(client, lead, id)).members
  await answering(client, other, id).post(`membres/${member}`, FACTS)
  await leads.post(`membres/${own}`, FACTS)
  return { candidature, own, member, leads, link: path }
}

/** Every file of a dossier, as the page of its mandataire fetches them: name -> bytes. */
export async function dossierFiles(
  client: ApiClient,
  her: Bidder,
  id: string,
  candidature: string
) {
  const reads = answering(client, her, id)
  const { files } = (await reads.get(`${candidature}/dossier`)).body()
  const found: Record<string, Buffer> = {}
  for (const { name, url } of files) {
    const answer = client.get(url).withSession(her.session).redirects(0)
    answer.request.buffer(true).parse((response: any, done: any) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => done(null, Buffer.concat(parts)))
    })
    found[name] = (await answer).body()
  }
  return found
}

const ROOT = '/api/v1/procurement'

/** What a company's program asks, by a token of somebody who acts for it. */
export async function programOf(client: ApiClient, { establishmentId, session }: Bidder) {
  const { personId } = session.outsider
  const token = await openPersonToken({ personId, establishmentId, name: 'Gestion', days: 30 })
  const authorization = `Bearer ${token}`
  return {
    get: (path: string) =>
      client
        .get(path.startsWith('/api') ? path : `${ROOT}${path}`)
        .header('authorization', authorization),
    post: (path: string, body: object = {}) =>
      client.post(`${ROOT}${path}`).header('authorization', authorization).json(body),
    /** A file alone, as its bytes. */
    send: (path: string, bytes: Buffer) => {
      const request = client.post(`${ROOT}${path}`).header('authorization', authorization)
      // superagent sends a Buffer as it is, under a type that is said
      request.request.type('application/octet-stream').send(bytes as never)
      return request
    },
  }
}
