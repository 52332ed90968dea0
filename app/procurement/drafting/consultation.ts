import { DateTime } from 'luxon'
import { ConsultationSchema } from '#database/schema/procurement'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tasks } from '#kernel/tasks'
import { TenantModel } from '#kernel/tenancy'
import { parseTrousseau, type Trousseau } from '#lib/sealing'
import { isUuid } from '#lib/values'
import { ConsultationMissing, ConsultationNotDraft, TooEarly, TrousseauSwapped } from '../errors.js'
import type { NatureName } from '../rules/choices.js'
import type { Criterion } from '../rules/consultation_form.js'
import { CONSULTATION_STATES, type ConsultationState } from '../rules/consultation_lifecycle.js'
import { hourWords } from '../rules/hour_words.js'
import { consultationLifecycle, type ConsultationEvent } from './consultation_lifecycle.js'
import ConsultationDocument from './consultation_document.js'
import { jsonColumn } from '#kernel/tenancy/json_column'

/** What the room asks of people, one thing at a time for each consultation. */
const ASKED = ['mend', 'open', 'analyse', 'notify']

/** A tender, from the need to the archives; its lots, when it has some, are rows of their own. */
export default class Consultation extends TenantModel(ConsultationSchema) {
  static table = 'procurement.consultations'

  declare state: ConsultationState
  declare nature: NatureName
  @jsonColumn()
  declare criteria: Criterion[]

  /** The one of that id in the tenant in context. @throws E_CONSULTATION_MISSING */
  static async get(id: string): Promise<Consultation> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new ConsultationMissing()
    return found
  }

  /** The same, held until the end of the transaction. @throws E_CONSULTATION_MISSING */
  static async hold(id: string): Promise<Consultation> {
    const found = isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null
    if (!found) throw new ConsultationMissing()
    return found
  }

  /** What the journal calls it. */
  get ref() {
    return { capability: 'procurement', type: 'consultation', id: this.id }
  }

  get shownState() {
    return CONSULTATION_STATES[this.state]
  }

  /** The deadline in the zone of the buyer. */
  get hour(): DateTime {
    return this.deadline.setZone(this.zone)
  }

  get hourWords(): string {
    return hourWords(this.deadline, this.zone)
  }

  /** Where companies try a whole deposit (OE-06): nothing of it counts, and nobody holds its keys. */
  get isRehearsal(): boolean {
    return this.state === 'rehearsal'
  }

  /** Whether plis may be counted and opened: from the first millisecond after the hour. */
  get isPastTheHour(): boolean {
    return clock.now() > this.deadline
  }

  /** @throws E_BEFORE_THE_HOUR */
  mustBePastTheHour(): void {
    if (!this.publishedAt || !this.isPastTheHour) throw new TooEarly(this.hourWords)
  }

  /** @throws E_CONSULTATION_NOT_DRAFT */
  mustBeDraft(): void {
    if (this.state !== 'draft') throw new ConsultationNotDraft()
  }

  /**
   * The keys under which plis are sealed; they are frozen when it leaves for the parapheur, and their
   * fingerprint is in the règlement that is signed. @throws E_TROUSSEAU_SWAPPED when they are others
   */
  async keys(): Promise<Trousseau> {
    const trousseau = await parseTrousseau(new TextEncoder().encode(this.trousseau!))
    if (this.fingerprint && trousseau.fingerprint !== this.fingerprint) throw new TrousseauSwapped()
    return trousseau
  }

  documents(): Promise<ConsultationDocument[]> {
    return ConsultationDocument.query().where('consultationId', this.id).orderBy('position').exec()
  }

  allows(event: ConsultationEvent): boolean {
    return consultationLifecycle.allows(this.state, event)
  }

  /**
   * Goes through the lifecycle, with its transition and its journal entry. What people were asked to
   * do in the former state waits no more; whoever asks for something else does so afterwards.
   */
  async step(
    event: ConsultationEvent,
    by: Actor,
    more: { reason?: string; data?: Record<string, string | number | boolean | null> } = {}
  ): Promise<void> {
    await consultationLifecycle.apply(this, event, {
      by,
      subject: this.ref,
      transitionsTable: 'procurement.consultation_transitions',
      foreignKey: 'consultation_id',
      ...more,
    })
    await tasks.close(...ASKED.map((what) => `procurement.${what}:${this.id}`))
  }
}
