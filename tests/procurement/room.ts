import type { ApiClient, ApiResponse } from '@japa/api-client'
import commune from '../../tenants/blueprints/commune.js'
import { provisionParapheur, folderSigned } from '#rooms/parapheur'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { base64url, newKeyPair, type HolderKey } from '#lib/sealing'
import Consultation from '#app/procurement/drafting/consultation'
import { addHolder } from '#app/procurement/holders/add_holder'
import Holder from '#app/procurement/holders/holder'
import { runDueJobs } from '#tests/helpers/jobs'
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
