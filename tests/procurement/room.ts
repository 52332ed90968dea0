import { createHash } from 'node:crypto'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import commune from '../../tenants/blueprints/commune.js'
import { provisionParapheur, folderSigned } from '#rooms/parapheur'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { documents } from '#kernel/documents'
import { uuidv7 } from '#lib/values'
import {
  base64url,
  buildTrousseau,
  newKeyPair,
  openShare,
  parseTrousseau,
  publicKeyOf,
  sealPli,
  type Bytes,
  type HolderKey,
  type RunningDigest,
} from '#lib/sealing'
import { keepEstablishment } from '#app/outsiders/organisations/keep'
import { askAttachment } from '#app/outsiders/organisations/ask'
import Pli from '#app/procurement/deposit/pli'
import Consultation from '#app/procurement/drafting/consultation'
import { addHolder } from '#app/procurement/holders/add_holder'
import Holder from '#app/procurement/holders/holder'
import { runDueJobs } from '#tests/helpers/jobs'
import { somebody } from '#tests/outsiders/people'
import { entryOf } from '#tests/outsiders/organisations'
import { Memory, file } from '#tests/lib/sealing/memory'
import { person, place } from '#tests/world/world'

const wrapped = {
  kdf: 'PBKDF2-SHA256' as const,
  iterations: 600_000,
  salt: base64url(new Uint8Array(16)),
  nonce: base64url(new Uint8Array(12)),
  ct: base64url(new Uint8Array(48)),
}

/** A holder with what only she has. */
export interface HeldKey extends HolderKey {
  user: User
}

export interface Market {
  tenant: Tenant
  agent: User
  holders: HeldKey[]
}

/** A commune with a parapheur, an agent who buys, and three holders of keys. */
export async function market(): Promise<Market> {
  const tenant = await place('kervalan')
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  await tenancy.run(tenant.id, async () => {
    await provisionParapheur(commune.parapheur)
    await Holder.query().update({ retired_at: clock.now().toJSDate() })
  })
  const holders = []
  for (const name of ['Soizic Madec', 'Yann Kerbrat', 'Nolwenn Riou']) {
    const user = await person(name, { kervalan: ['agent', 'signatory'] })
    const { publicKey, privateKey } = await newKeyPair()
    const key = { publicKey: base64url(publicKey), wrapped }
    const { handle } = await tenancy.run(tenant.id, () => addHolder(user.id, key, SYSTEM))
    holders.push({ user, holder: handle, privateKey })
  }
  return { tenant, agent, holders }
}

let count = 0
/** What an agent types of a small purchase; the hour is tomorrow unless told. */
export const typed = (changes: Record<string, unknown> = {}) => {
  const hour = clock.now().plus({ days: 1 }).setZone('Europe/Paris')
  return {
    reference: `26-${process.pid % 1000}-${Date.now() % 100_000}${count++}`.slice(0, 16),
    title: 'Réfection de la cour de l’école',
    description: 'Reprise des enrobés de la cour et pose de deux arbres.',
    nature: 'travaux',
    estimate: '85000',
    cpv: '45233140',
    placeCode: '35120',
    durationMonths: '6',
    ccag: 'Travaux',
    priceForm: 'Forfaitaire',
    priceType: 'Définitif ferme',
    weightPrice: '50',
    weightTechnical: '40',
    weightEnvironment: '10',
    deadlineDay: hour.toISODate()!,
    deadlineTime: hour.toFormat('HH:mm:ss'),
    threshold: '2',
    ...changes,
  }
}

/** The identifier in where a form led. */
export function idIn(response: ApiResponse): string {
  const found = /marches\/([0-9a-f-]{36})/.exec(response.header('location') ?? '')
  if (!found) throw new Error(`${response.status()} ${response.text().slice(0, 2_000)}`)
  return found[1]
}

/** A draft with its DCE, by the form. */
export async function drafted(client: ApiClient, { agent }: Market, changes = {}): Promise<string> {
  const response = await client
    .post('/c/kervalan/marches')
    .fields(typed(changes))
    .file('dce', Buffer.from('cahier des charges'), { filename: 'CCTP éclairé.txt' })
    .loginAs(agent)
    .withCsrfToken()
    .redirects(0)
  return idIn(response)
}

/** The parapheur has signed the paper of that folder: the same bytes stand for the signed ones. */
export async function signed(tenant: Tenant, id: string, folderId: string): Promise<void> {
  await tenancy.run(tenant.id, async ({ trx }) => {
    const rows = await trx
      .from('parapheur.folder_documents')
      .where({ tenant_id: tenant.id, folder_id: folderId, to_sign: true })
      .orderBy('position')
    await folderSigned.emit({
      folderId,
      origin: { capability: 'procurement', id },
      documentIds: rows.map(({ document_id: documentId }) => documentId),
      at: new Date().toISOString(),
    })
  })
  await runDueJobs(tenant.id)
}

/** A consultation that everybody reads, by the forms. */
export async function published(client: ApiClient, town: Market, changes = {}): Promise<string> {
  const id = await drafted(client, town, changes)
  await client
    .post(`/c/kervalan/marches/${id}/publication`)
    .loginAs(town.agent)
    .withCsrfToken()
    .redirects(0)
  const { publicationFolderId } = await consultation(town, id)
  await signed(town.tenant, id, publicationFolderId!)
  return id
}

export const consultation = ({ tenant }: Market, id: string): Promise<Consultation> =>
  tenancy.run(tenant.id, () => Consultation.get(id))

/** A company that somebody says she answers for; what a session of hers holds. */
export interface Bidder {
  siret: string
  establishmentId: string
  session: { outsider: { personId: string; name: string; proof: string } }
}

export async function bidder(name: string): Promise<Bidder> {
  const her = await somebody({ givenNames: ['Anne'], birthName: name })
  const entry = entryOf({ name: name.toUpperCase() })
  const establishment = await keepEstablishment({ entry })
  await askAttachment({ personId: her.id, name }, establishment)
  return {
    siret: entry.siret,
    establishmentId: establishment.id,
    session: { outsider: { personId: her.id, name, proof: 'password' } },
  }
}

export const newDigest = (): RunningDigest => {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') }
}

/** A sealed pli that is on its way: its pieces have come, and nothing is deposited. */
export async function sent(
  client: ApiClient,
  { session }: Bidder,
  id: string,
  texts: Record<string, Record<string, string | Uint8Array>>
) {
  const base = `/moi/marches/kervalan/${id}`
  const keys = await client.get(`/p/kervalan/marches/${id}/trousseau.json`)
  const trousseau = await parseTrousseau(new TextEncoder().encode(keys.text()) as Bytes)
  const begun = await client
    .post(`${base}/plis`)
    .withSession(session)
    .withCsrfToken()
    .json({})
    .accept('json')
  const pli: string = begun.body().id
  const folder = new Memory()
  const envelopes = Object.entries(texts).map(([name, files]) => ({
    name,
    files: Object.entries(files).map(([path, content]) => file(path, content)),
  }))
  const sealed = await sealPli({ trousseau, pli, envelopes }, folder, newDigest)
  const manifest = new TextDecoder().decode(sealed.manifest)
  const measured = JSON.parse(manifest).envelopes.flatMap(({ name, list, files }: any) => [
    { path: `${name}/list.bin`, pieces: [list] },
    ...files.map((one: any) => ({ path: `${name}/${one.id}.bin`, pieces: one.pieces })),
  ])
  const pieces: { sha256: string; bytes: Buffer }[] = []
  for (const { path, pieces: all } of measured) {
    let at = 0
    for (const { sha256, size } of all) {
      pieces.push({ sha256, bytes: Buffer.from(await folder.read(path, at, size)) })
      at += size
    }
  }
  const send = ({ sha256, bytes }: { sha256: string; bytes: Buffer }) => {
    const request = client
      .put(`${base}/plis/${pli}/morceaux/${sha256}`)
      .withSession(session)
      .withCsrfToken()
      .accept('json')
    // superagent sends a Buffer as it is, under a type that is said
    request.request.type('application/octet-stream').send(bytes as never)
    return request
  }
  const seal = () =>
    client
      .post(`${base}/plis/${pli}/scellement`)
      .withSession(session)
      .withCsrfToken()
      .accept('json')
      .json({ manifest })
  return { base, pli, sealed, manifest, pieces, send, seal, folder }
}

/** The shares of a holder, opened as her browser does. */
export async function sharesOf(
  parts: any,
  { holder, privateKey }: HolderKey
): Promise<Record<string, Record<string, string>>> {
  const shares: Record<string, Record<string, string>> = {}
  for (const { id: pli, envelopes } of parts.plis) {
    shares[pli] = {}
    for (const envelope of envelopes) {
      const place = { tender: parts.tender, pli, envelope: envelope.name }
      const share = await openShare(place, envelope, { holder, privateKey })
      if (share) shares[pli][envelope.name] = base64url(share)
    }
  }
  return shares
}

/** A consultation whose hour has passed and of which one pli is opened, put there without its road. */
export async function openedConsultation(
  { tenant, holders }: Market,
  { siret, establishmentId, session }: Bidder,
  facts: object
): Promise<string> {
  const id = uuidv7()
  const keys = []
  for (const { holder, privateKey } of holders)
    keys.push({ id: holder, publicKey: await publicKeyOf(privateKey) })
  const trousseau = await buildTrousseau({
    tender: id,
    envelopes: ['candidature', 'offre-1'],
    holders: keys,
    threshold: 2,
  })
  const { fingerprint } = await parseTrousseau(trousseau)
  const past = clock.now().minus({ hours: 1 })
  await tenancy.run(tenant.id, async () => {
    const kept = await documents.store(Buffer.from('règlement'), { name: 'reglement.pdf' })
    await Consultation.create({
      ...facts,
      id,
      state: 'analysis',
      trousseau: new TextDecoder().decode(trousseau),
      fingerprint,
      deadline: past,
      publishedAt: past.minus({ days: 20 }),
      signedRcDocumentId: kept.id,
    })
    await Pli.create({
      consultationId: id,
      personId: session.outsider.personId,
      depositor: session.outsider.name,
      establishmentId,
      siret,
      company: 'CARIOU',
      state: 'opened',
      startedAt: past.minus({ hours: 2 }),
      receivedAt: past.minus({ hours: 1 }),
      digest: 'a'.repeat(64),
      manifest: '{}',
    })
  })
  return id
}
