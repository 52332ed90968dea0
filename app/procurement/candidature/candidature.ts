import { CandidatureSchema } from '#database/schema/procurement'
import { jsonColumn } from '#kernel/tenancy/json_column'
import { isUuid } from '#lib/values'
import { walled, WalledModel } from '#rooms/outsiders'
import type { CandidatureForm } from '../rules/candidature.js'
import type { SousTraitant } from '../rules/sous_traitant.js'
import { CandidatureMissing } from './errors.js'

/** What a company prepares to answer with, alone or with others, until its pli is sealed. */
export default class Candidature extends WalledModel(CandidatureSchema) {
  static table = 'procurement.candidatures'
  static connection = 'app'

  declare form: CandidatureForm
  @jsonColumn()
  declare sousTraitants: SousTraitant[]

  /** One of the person in context, to a consultation; locked. @throws E_CANDIDATURE_MISSING */
  static async hold(consultationId: string, id: string): Promise<Candidature> {
    const query = Candidature.query(walled()).where({ id, consultationId }).forUpdate()
    const found = isUuid(id) ? await query.first() : null
    if (!found) throw new CandidatureMissing()
    return found
  }

  /** One of the person in context, to whatever consultation; or null. */
  static ofAny(id: string): Promise<Candidature | null> {
    return Candidature.find(id, walled())
  }

  /** Those of the person in context to a consultation: one for each of her companies. */
  static to(consultationId: string): Promise<Candidature[]> {
    return Candidature.query(walled()).where({ consultationId }).orderBy('createdAt').exec()
  }
}
