import { LotOfferSchema } from '#database/schema/procurement'
import { TenantModel } from '#kernel/tenancy'

/** What the offer of a pli is worth for one lot, and the letter that tells its company. */
export default class LotOffer extends TenantModel(LotOfferSchema) {
  static table = 'procurement.lot_offers'

  /** Those of a lot, the best first. */
  static of(lotId: string): Promise<LotOffer[]> {
    return LotOffer.query().where('lotId', lotId).orderBy('rank').exec()
  }

  /** Those of several lots, the best of each first. */
  static among(lots: { id: string }[]): Promise<LotOffer[]> {
    const ids = lots.map(({ id }) => id)
    return LotOffer.query().whereIn('lotId', ids).orderBy('lotId').orderBy('rank').exec()
  }
}
