import { createHash } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import {
  base64url,
  buildTrousseau,
  openShare,
  parseTrousseau,
  publicKeyOf,
  sealPli,
  type Bytes,
  type HolderKey,
  type RunningDigest,
  type Trousseau,
} from '#lib/sealing'
import { uuidv7 } from '#lib/values'
import { keepEstablishment } from '#app/outsiders/organisations/keep'
import { askAttachment } from '#app/outsiders/organisations/ask'
import { addPiece, pieceKept } from '#app/procurement/deposit/pieces'
import Pli from '#app/procurement/deposit/pli'
import Consultation from '#app/procurement/drafting/consultation'
import { somebody } from '#tests/outsiders/people'
import { entryOf } from '#tests/outsiders/organisations'
import { Memory, file } from '#tests/lib/sealing/memory'
import type { Market } from './room.js'

/** A company that somebody says she answers for; what a session of hers holds. */
export interface Bidder {
  siret: string
  establishmentId: string
  session: { outsider: { personId: string; name: string; proof: string } }
}

/** One that answers; with an address to write to when she gave one. */
export async function bidder(name: string, email?: string): Promise<Bidder> {
  const her = await somebody({ givenNames: ['Anne'], birthName: name }, { email })
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

/** A pli sealed in memory: its manifest, and its encrypted pieces by their digests. */
export async function sealInMemory(
  trousseau: Trousseau,
  pli: string,
  texts: Record<string, Record<string, string | Uint8Array>>
) {
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
  return { sealed, manifest, pieces }
}

/** Keeps the pieces of a pli, in the tenant in context. */
export async function keepPieces(pli: string, pieces: { sha256: string; bytes: Buffer }[]) {
  for (const { sha256, bytes } of pieces) {
    const { id } = await documents.store(bytes, { name: `${sha256}.bin` })
    const nonce = bytes.subarray(0, 12).toString('hex')
    await addPiece(pli, { sha256, size: bytes.length, nonce, uploadId: uuidv7() })
    await pieceKept(pli, sha256, id)
  }
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
  const { sealed, manifest, pieces } = await sealInMemory(trousseau, pli, texts)
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
  return { base, pli, sealed, manifest, pieces, send, seal }
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

/** What a consultation is, but for its state and its hour. */
const NEED = {
  title: 'Réfection de la cour de l’école',
  description: 'Reprise des enrobés de la cour et pose de deux arbres.',
  nature: 'travaux' as const,
  cpv: '45233140',
  placeCode: '35120',
  durationMonths: 6,
  ccag: 'Travaux',
  priceForm: 'Forfaitaire',
  priceType: 'Définitif ferme',
  hasAdvance: false,
  criteria: [],
  threshold: 2,
  zone: 'Europe/Paris',
}

/** One that receives plis until tomorrow, put there without its road. */
export async function onlineConsultation({ tenant, holders }: Market): Promise<string> {
  const id = uuidv7()
  const keys = await keysOf(id, holders)
  await tenancy.run(tenant.id, async () => {
    const kept = await documents.store(Buffer.from('règlement'), { name: 'reglement.pdf' })
    await Consultation.create({
      ...NEED,
      ...keys,
      id,
      reference: id.slice(-12),
      state: 'online',
      deadline: clock.now().plus({ days: 1 }),
      publishedAt: clock.now(),
      signedRcDocumentId: kept.id,
    })
  })
  return id
}

async function keysOf(tender: string, held: HolderKey[]) {
  const holders = []
  for (const { holder, privateKey } of held)
    holders.push({ id: holder, publicKey: await publicKeyOf(privateKey) })
  const envelopes = ['candidature', 'offre-1']
  const trousseau = await buildTrousseau({ tender, envelopes, holders, threshold: 2 })
  const { fingerprint } = await parseTrousseau(trousseau)
  return { trousseau: new TextDecoder().decode(trousseau), fingerprint }
}

/** A consultation whose hour has passed and of which one pli is opened, put there without its road. */
export async function openedConsultation(
  { tenant, holders }: Market,
  { siret, establishmentId, session }: Bidder,
  facts: object
): Promise<string> {
  const id = uuidv7()
  const keys = await keysOf(id, holders)
  const past = clock.now().minus({ hours: 1 })
  await tenancy.run(tenant.id, async () => {
    const kept = await documents.store(Buffer.from('règlement'), { name: 'reglement.pdf' })
    await Consultation.create({
      ...facts,
      id,
      state: 'analysis',
      ...keys,
      deadline: past,
      publishedAt: past.minus({ days: 20 }),
      signedRcDocumentId: kept.id,
    })
    const pli = uuidv7()
    const texts = { 'offre-1': { 'Mémoire.txt': 'cent mille euros' } }
    const keyed = await parseTrousseau(new TextEncoder().encode(keys.trousseau) as Bytes)
    const { manifest, pieces } = await sealInMemory(keyed, pli, texts)
    await Pli.create({
      id: pli,
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
      manifest,
    })
    await keepPieces(pli, pieces)
  })
  return id
}
