import { base64url, fromBase64url, openShare } from '#lib/sealing'
import { readJson } from './asking.js'
import { tokenFor } from './buyer.js'
import type { JourneyHolder, TenderRoad } from './itinerary.js'

/** A holder opens her shares on this side and gives them, as her browser does. */
export async function gives(road: TenderRoad, page: string, holder: JourneyHolder): Promise<void> {
  const { visitor, token } = await tokenFor(road, holder, `${page}/ouverture`)
  const parts = await readJson(visitor, `${page}/ouverture/parts`)
  const key = { holder: parts.holder, privateKey: fromBase64url(holder.key.privateKey)! }
  const shares: Record<string, Record<string, string>> = {}
  for (const { id: pli, envelopes } of parts.plis) {
    shares[pli] = {}
    for (const envelope of envelopes) {
      const place = { tender: parts.tender, pli, envelope: envelope.name }
      const share = await openShare(place, envelope, key)
      if (share) shares[pli][envelope.name] = base64url(share)
    }
  }
  await visitor.json(`${page}/ouverture/parts`, token, { shares })
}
