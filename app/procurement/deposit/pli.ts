import { PliSchema } from '#database/schema/procurement'
import type { Actor } from '#kernel/actor'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { jsonColumn } from '#kernel/tenancy/json_column'
import type { OpenedCandidature } from '../candidature/opened.js'
import { PliMissing } from '../errors.js'
import type { ClockNote } from '../rules/clock_drift.js'
import { PLI_STATES, type PliState } from '../rules/pli_lifecycle.js'
import { pliLifecycle, type PliEvent } from './pli_lifecycle.js'

/** What a depositor keeps; she adds the list of her documents, whose names never come here. */
export interface Receipt {
  pli: string
  digest: string
  tender: { id: string; title: string }
  buyer: string
  depositor: string
  receivedAt: string
  startedAt: string
  deadline: string
  late: boolean
  trousseau: string
  /** Only where the clock of the machine that received it was off. */
  clock?: ClockNote
}

/** A sealed answer to a consultation; who sent it is nobody's business before the hour. */
export default class Pli extends TenantModel(PliSchema) {
  static table = 'procurement.plis'

  declare state: PliState
  @jsonColumn()
  declare receipt: Receipt | null
  /** envelope -> its key in base64url: what she gave when nobody else could open. */
  @jsonColumn()
  declare bidderKeys: Record<string, string> | null
  /** Who answers, as the opened pli says; null where no dossier was prepared here. */
  @jsonColumn()
  declare candidature: OpenedCandidature | null
  /** The names of its envelopes, which the base draws from its manifest: never written here. */
  declare envelopes: string[] | null

  /** The one of that id in the tenant in context. @throws E_PLI_MISSING */
  static async get(id: string): Promise<Pli> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new PliMissing()
    return found
  }

  /** One of a person, held until the end of the transaction unless told. @throws E_PLI_MISSING */
  static async ofPerson(personId: string, id: string, hold = true): Promise<Pli> {
    if (!isUuid(id)) throw new PliMissing()
    const query = Pli.query().where({ id, personId })
    const found = await (hold ? query.forUpdate() : query).first()
    if (!found) throw new PliMissing()
    return found
  }

  get ref() {
    return { capability: 'procurement', type: 'pli', id: this.id }
  }

  get shownState() {
    return PLI_STATES[this.state]
  }

  /**
   * Before the hour nothing goes to the journal of the member: its agents would count the bidders.
   * The closing journals all the digests together.
   */
  quietly(event: PliEvent): Promise<void> {
    return pliLifecycle.move(this, event)
  }

  /** The same of one that its caller holds, and saves with the rest. @throws E_TRANSITION_NOT_ALLOWED */
  pass(event: PliEvent): Pli {
    const held: Pli = this
    return held.merge({ state: pliLifecycle.after(held.state, event) })
  }

  step(event: PliEvent, by: Actor, more: { reason?: string } = {}): Promise<void> {
    return pliLifecycle.apply(this, event, {
      by,
      subject: this.ref,
      transitionsTable: 'procurement.pli_transitions',
      foreignKey: 'pli_id',
      ...more,
    })
  }
}
