import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { fromBase64url, parseManifest, type Bytes, type Manifest } from '#lib/sealing'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { HolderMissing, ShareRefused } from '../errors.js'
import Holder from '../holders/holder.js'

/** pli -> envelope -> the share of one holder, 33 bytes in base64url. */
export type GivenShares = Record<string, Record<string, string>>

const SHARE_BYTES = 33

const rows = ({ id }: Consultation) =>
  tenancy
    .trx()
    .from('procurement.opening_shares')
    .where({ tenant_id: tenancy.tenantId(), consultation_id: id })

/** The key of somebody among those of this consultation, retired since or not. @throws E_HOLDER_MISSING */
export async function holderOf(consultation: Consultation, userId: string): Promise<Holder> {
  const { holders } = await consultation.keys()
  const own = await Holder.query().where({ userId })
  const found = own.find(({ handle }) => holders.some(({ id }) => id === handle))
  if (!found) throw new HolderMissing()
  return found
}

/** The plis that may be opened: received in time, not replaced. A late one is never among them. */
export const openable = ({ id }: Consultation): Promise<Pli[]> =>
  Pli.query()
    .where('consultationId', id)
    .whereIn('state', ['sealed', 'unreadable'])
    .orderBy('receivedAt')
    .exec()

/** What a pli says of itself. */
export async function manifestOf(pli: Pli, consultation: Consultation): Promise<Manifest> {
  return parseManifest(new TextEncoder().encode(pli.manifest!), await consultation.keys())
}

/** What a holder opens on her own machine: of each pli, the share that is sealed for her. */
export async function sharesFor(consultation: Consultation, holder: Holder) {
  const plis = []
  for (const pli of await openable(consultation)) {
    const { envelopes } = await manifestOf(pli, consultation)
    plis.push({
      id: pli.id,
      envelopes: envelopes.map(({ name, commit, shares }) => ({
        name,
        commit,
        shares: shares.filter(({ holder: handle }) => handle === holder.handle),
      })),
    })
  }
  return { tender: consultation.id, holder: holder.handle, wrapped: holder.wrapped, plis }
}

/** Keeps the shares that a holder has opened. @throws E_SHARE_REFUSED when one is missing or misshapen */
export async function keepShares(
  consultation: Consultation,
  holder: Holder,
  given: GivenShares
): Promise<void> {
  const shares: GivenShares = {}
  for (const pli of await openable(consultation)) {
    const { envelopes } = await manifestOf(pli, consultation)
    shares[pli.id] = {}
    for (const { name } of envelopes) {
      const text = given[pli.id]?.[name]
      const share = typeof text === 'string' ? fromBase64url(text) : null
      // A share that a bidder spoilt does not open: the others of the trousseau do
      if (text && share?.length !== SHARE_BYTES) throw new ShareRefused()
      if (share) shares[pli.id][name] = text!
    }
  }
  await tenancy
    .trx()
    .knexQuery()
    .table('procurement.opening_shares')
    .insert({
      tenant_id: tenancy.tenantId(),
      consultation_id: consultation.id,
      holder_id: holder.id,
      shares: JSON.stringify(shares),
      given_at: clock.now().toJSDate(),
    })
    .onConflict(['tenant_id', 'consultation_id', 'holder_id'])
    .merge()
}

/** Which holders have given theirs, by their identifiers. */
export async function whoGave(consultation: Consultation): Promise<string[]> {
  const given = await rows(consultation).select('holder_id')
  return given.map(({ holder_id: id }) => id)
}

/** The shares of one envelope that holders have opened. */
export async function givenFor(
  consultation: Consultation,
  pliId: string,
  envelope: string
): Promise<Bytes[]> {
  const given = await rows(consultation).select('shares')
  return given.flatMap(({ shares }) => {
    const text: string | undefined = shares[pliId]?.[envelope]
    const share = text ? fromBase64url(text) : null
    return share ? [share] : []
  })
}
