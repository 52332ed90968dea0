import { ActeSchema } from '#database/schema/actes'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import type { Subject } from '#lib/proof'
import { tasks } from '#kernel/tasks'
import { TenantModel, tenancy } from '#kernel/tenancy'
import type { LocalDate } from '#lib/values'
import { budgetProblems, piecesOf } from '../budget.js'
import { ActeNotEditable, ActeNotFound, ActeRefused, NumeroTaken } from '../errors.js'
import { refusedProblems } from '../refused_annexes.js'
import { checkActe, type ActeDraft, type ActeProblem } from '../rules/check_acte.js'
import type { ActeEvent, ActeState } from '../rules/lifecycle.js'
import { findNature } from '../rules/nature.js'
import { publicationRule, publicForm } from '../rules/publication.js'
import { acteLifecycle } from './acte_lifecycle.js'
import Annexe from './annexe.js'
import ClassificationVersion from './classification_version.js'
import { toDay } from './days.js'

/** The task that calls somebody when the work on an acte was given up. */
export const troubleTask = ({ id }: { id: string }) => `actes.trouble:${id}`

/** What a collectivite decided, from its draft to the archives. */
export default class Acte extends TenantModel(ActeSchema) {
  static table = 'actes.actes'
  declare state: ActeState
  /** What to run to take up again what was given up. */
  declare troubleJob: { name: string; payload: object } | null

  /** The acte of that id in the tenant in context; throws E_ACTE_NOT_FOUND. */
  static async get(id: string): Promise<Acte> {
    const acte = await this.find(id)
    if (!acte) throw new ActeNotFound()
    return acte
  }

  /** The same, held until the end of the transaction: nobody changes it meanwhile. */
  static async hold(id: string): Promise<Acte> {
    const acte = await this.query().where('id', id).forUpdate().first()
    if (!acte) throw new ActeNotFound()
    return acte
  }

  get ref(): Subject {
    return { capability: 'actes', type: 'acte', id: this.id }
  }

  get decisionDay(): LocalDate | null {
    return toDay(this.decisionDate ?? null)
  }

  get nature() {
    return this.natureCode === null ? null : findNature(this.natureCode)
  }

  /** How people call it: « Délibération 2026_045 ». */
  get title(): string {
    return [this.nature?.label ?? 'Acte', this.numero].filter(Boolean).join(' ')
  }

  /** What the law wants of its publication. */
  get publicationRule() {
    return publicationRule(this.toPublish)
  }

  /** What everybody reads of it: all of it, a redacted copy, or nothing. */
  get publicForm() {
    const { state, withheld, toPublish } = this
    const isDated = Boolean(this.publishedOn)
    const hasRedactedCopy = Boolean(this.redactedDocumentId)
    return publicForm({ ...toPublish, state, withheld, isDated, hasRedactedCopy })
  }

  /** Its objet as everybody may read it. */
  get shownObjet(): string {
    return this.publicObjet ?? this.objet
  }

  async annexes(): Promise<Annexe[]> {
    if (!this.$isPersisted) return []
    return Annexe.query().where('acteId', this.id).orderBy('position').exec()
  }

  /** Throws E_ACTE_NOT_EDITABLE unless it is a draft. */
  mustBeDraft(): void {
    if (this.state !== 'draft') throw new ActeNotEditable()
  }

  /** Everything that the ministry would refuse, today, with the classification in force. */
  async problems(): Promise<ActeProblem[]> {
    const classification = await ClassificationVersion.current()
    const problems = checkActe(await this.asDraft(), classification, clock.today())
    problems.push(...(await budgetProblems(this)), ...(await refusedProblems(this)))
    if (await this.isNumeroTaken()) {
      problems.push({ field: 'numero', message: new NumeroTaken(this.numero).message })
    }
    return problems
  }

  /** Throws E_ACTE_REFUSED, with every field, when the ministry would not take it. */
  async mustBeTransmissible(): Promise<void> {
    const problems = await this.problems()
    if (problems.length > 0) throw new ActeRefused(problems)
  }

  /** Makes whoever wants the same numero wait for the end of this transaction. */
  async reserveNumero(): Promise<void> {
    const key = `actes.numero:${tenancy.tenantId()}:${this.numero}`
    const trx = tenancy.trx()
    await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [key])
  }

  /** A numero is taken for ever, even by an acte whose transmission was cancelled. */
  async isNumeroTaken(): Promise<boolean> {
    if (!this.numero) return false
    const other = await Acte.query()
      .where('numero', this.numero)
      .whereNot('state', 'draft')
      .whereNot('id', this.id)
      .first()
    return other !== null
  }

  /** True for a draft taken up again after an anomaly: what was exchanged must be kept. */
  async wasSent(): Promise<boolean> {
    const { rowCount } = await tenancy
      .trx()
      .rawQuery('select 1 from actes.transmissions where tenant_id = ? and acte_id = ? limit 1', [
        tenancy.tenantId(),
        this.id,
      ])
    return rowCount > 0
  }

  /** Goes through the lifecycle, with its transition and its journal entry. */
  async step(
    event: ActeEvent,
    by: Actor,
    more: { reason?: string; data?: Record<string, string | number | boolean | null> } = {}
  ): Promise<void> {
    // It goes on: whatever held it up is over
    if (this.trouble) await tasks.close(troubleTask(this))
    this.trouble = null
    this.troubleJob = null
    await acteLifecycle.apply(this, event, {
      by,
      subject: this.ref,
      transitionsTable: 'actes.acte_transitions',
      foreignKey: 'acte_id',
      ...more,
    })
  }

  allows(event: ActeEvent): boolean {
    return acteLifecycle.allows(this.state, event)
  }

  private get toPublish() {
    const { natureCode = null, matiere = '' } = this
    return { natureCode, matiere, decidedOn: this.decisionDay?.toString() ?? null }
  }

  private async asDraft(): Promise<ActeDraft> {
    const pieces = this.documentId ? await piecesOf(this) : []
    const [main = null] = pieces
    // Without its document too, an acte has annexes, and their faults are said in the same round
    const annexes = this.documentId ? pieces.slice(1) : await this.annexes()
    const ids = [main, ...annexes].flatMap((piece) => (piece ? [piece.documentId] : []))
    const files = new Map((await documents.findMany(ids)).map((file) => [file.id, file]))
    return {
      nature: this.natureCode,
      matiere: this.matiere,
      numero: this.numero,
      objet: this.objet,
      decisionDate: this.decisionDay?.toString() ?? '',
      document: (main && files.get(main.documentId)) || null,
      typePJ: this.typePj,
      previousIdentifier: this.previousIdentifier,
      annexes: annexes.flatMap(({ documentId, typePj }) => {
        const file = files.get(documentId)
        return file ? [{ file, typePJ: typePj }] : []
      }),
    }
  }
}
