import { createHash } from 'node:crypto'
import { CandidatureMemberSchema } from '#database/schema/procurement'
import { defineLifecycle } from '#kernel/lifecycle'
import { jsonColumn } from '#kernel/tenancy/json_column'
import { isUuid } from '#lib/values'
import { walled, WalledModel } from '#rooms/outsiders'
import type { Espd } from '../formats/espd/espd.js'
import { MEMBER_LIFECYCLE, MEMBER_STATES, LIVING, type MemberState } from '../rules/candidature.js'
import type { CompanyFacts } from '../rules/company_facts.js'
import { CandidatureMissing } from './errors.js'

export const memberLifecycle = defineLifecycle(MEMBER_LIFECYCLE, {
  of: 'procurement.candidature_members',
})
type MemberEvent = (typeof memberLifecycle.events)[number]

/** The digest by which a company finds itself in the candidatures of one consultation (R2142-21). */
export const companyKey = (consultationId: string, siret: string): string =>
  createHash('sha256')
    .update(`${consultationId} ${siret.slice(0, 9)}`)
    .digest('hex')

/** A company of a candidature: the one that answers alone, a mandataire, a cotraitant. */
export default class CandidatureMember extends WalledModel(CandidatureMemberSchema) {
  static table = 'procurement.candidature_members'
  static connection = 'app'

  declare state: MemberState
  declare role: 'alone' | 'mandataire' | 'cotraitant'
  @jsonColumn()
  declare facts: CompanyFacts | null
  @jsonColumn()
  declare espd: Espd | null

  /** One that whoever is in context may read, locked. @throws E_CANDIDATURE_MISSING */
  static async hold(id: string): Promise<CandidatureMember> {
    const query = CandidatureMember.query(walled()).where('id', id).forUpdate()
    const found = isUuid(id) ? await query.first() : null
    if (!found) throw new CandidatureMissing()
    return found
  }

  /** One of a person's own, locked: a mandataire reads her cotraitants, and does not answer for them. @throws E_CANDIDATURE_MISSING */
  static async own(personId: string, id: string): Promise<CandidatureMember> {
    const found = await CandidatureMember.hold(id)
    if (found.personId !== personId) throw new CandidatureMissing()
    return found
  }

  /** Those of a candidature, its mandataire first, in the order of the invitations. */
  static of(candidatureId: string): Promise<CandidatureMember[]> {
    return CandidatureMember.query(walled())
      .where('candidatureId', candidatureId)
      .orderBy('invitedAt')
      .orderBy('id')
      .exec()
  }

  get isLiving(): boolean {
    return LIVING.includes(this.state)
  }

  get shownState() {
    return MEMBER_STATES[this.state]
  }

  /** Moves one that its caller holds, and saves with the rest. @throws E_TRANSITION_NOT_ALLOWED */
  pass(event: MemberEvent): CandidatureMember {
    const held: CandidatureMember = this
    return held.merge({ state: memberLifecycle.after(held.state, event) })
  }
}
