import { QuestionSchema } from '#database/schema/procurement'
import type { Actor } from '#kernel/actor'
import { defineLifecycle } from '#kernel/lifecycle'
import { journal } from '#kernel/journal'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import type Consultation from '../drafting/consultation.js'
import { QuestionMissing } from '../dialogue_errors.js'
import { QUESTION_LIFECYCLE, QUESTION_STATES, type QuestionState } from '../rules/question.js'

export const questionLifecycle = defineLifecycle(QUESTION_LIFECYCLE, {
  of: 'procurement.questions',
})
type QuestionEvent = (typeof questionLifecycle.events)[number]

/** What a company asks of a consultation; who asks is nobody's business before the hour. */
export default class Question extends TenantModel(QuestionSchema) {
  static table = 'procurement.questions'

  declare state: QuestionState

  /** One of a consultation. @throws E_QUESTION_MISSING */
  static async of(consultationId: string, id: string): Promise<Question> {
    const found = isUuid(id) ? await this.query().where({ id, consultationId }).first() : null
    if (!found) throw new QuestionMissing()
    return found
  }

  /** Those that everybody reads, in the order of their numbers. */
  static publishedOf(consultationId: string): Promise<Question[]> {
    return this.query().where({ consultationId, state: 'answered' }).orderBy('number').exec()
  }

  get ref() {
    return { capability: 'procurement', type: 'question', id: this.id }
  }

  get shownState() {
    return QUESTION_STATES[this.state]
  }

  /** Who asked, for the buyer: from the hour on, as of who answers. */
  askerFor({ isPastTheHour }: Consultation): string | null {
    return isPastTheHour ? `${this.company} (${this.siret}), ${this.asker}` : null
  }

  /** What the journal says of it names nobody. */
  async step(event: QuestionEvent, by: Actor, data: Record<string, string | number> = {}) {
    await questionLifecycle.move(this, event)
    await journal.append({
      type: `procurement.question_${event}`,
      subject: this.ref,
      actor: by,
      data: { consultationId: this.consultationId, ...data },
    })
  }
}
