import { RecommendationSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'
import { RecommendationNotFound } from '../errors.js'

export const RECOMMENDATION_STATES = {
  a_faire: { label: 'À faire', meaning: 'waiting' },
  en_cours: { label: 'En cours', meaning: 'doing' },
  faite: { label: 'Faite', meaning: 'done' },
  abandonnee: { label: 'Abandonnée', meaning: 'plain' },
} as const

/** What an evaluation advises, to whom and for when, and what became of it. */
export default class Recommendation extends TenantModel(RecommendationSchema) {
  static table = 'territory.recommendations'

  declare state: keyof typeof RECOMMENDATION_STATES

  /** The one of that id in the tenant in context, locked. @throws E_RECOMMENDATION_NOT_FOUND */
  static async hold(id: string): Promise<Recommendation> {
    const recommendation = await this.query().where('id', id).forUpdate().first()
    if (!recommendation) throw new RecommendationNotFound()
    return recommendation
  }

  /** Says what became of it: any word after any other (room.ts, `freeStates`). */
  async follow(state: Recommendation['state']): Promise<void> {
    this.state = state
    await this.save()
  }
}
