import { EvaluationSchema } from '#database/schema/territory'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import type { Actor, Subject } from '#lib/proof'
import { TenantModel, tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { LocalDate, uuidv7 } from '#lib/values'
import { EvaluationFrozen, EvaluationJustified } from '../errors.js'
import { evaluationFrozen } from '../events.js'
import { type EvaluationReport, buildEvaluation } from '../formats/evaluation_report.js'
import { renderEvaluation } from '../formats/pdf/evaluation_pdf.js'
import type { EvaluationKey } from '../rules/evaluation_key.js'
import { STEP_LABELS } from '../rules/project_steps.js'
import { type EvaluationState, evaluationLifecycle } from './evaluation_lifecycle.js'
import { jsonColumn } from '#kernel/tenancy/json_column'
import { pilotNames } from './people.js'
import { printStyle } from './print_style.js'
import Project from './project.js'
import Recommendation, { RECOMMENDATION_STATES } from './recommendation.js'

type Scope = EvaluationReport['scope']

/** The evaluation of a year: alive while it is prepared, a snapshot and its PDF once frozen. */
export default class Evaluation extends TenantModel(EvaluationSchema) {
  static table = 'territory.evaluations'

  declare state: EvaluationState
  declare scope: Scope

  @jsonColumn()
  declare snapshot: EvaluationReport | null

  /** The evaluation of a project, when somebody began it. */
  static of(project: Project, key: EvaluationKey): Promise<Evaluation | null> {
    return this.query()
      .where({ projectId: project.id, ...key })
      .first()
  }

  /** The same, begun as a draft when it is not there yet, and kept for us: two may begin at once. */
  static async begin(project: Project, key: EvaluationKey, preparedBy: string) {
    const preparedOn = LocalDate.at(clock.now())
    await tenancy.trx().rawQuery(
      `insert into territory.evaluations (tenant_id, id, project_id, year, scope, prepared_by, prepared_on)
       values (?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, project_id, year, scope) do nothing`,
      [
        tenancy.tenantId(),
        uuidv7(),
        project.id,
        key.year,
        key.scope,
        preparedBy,
        String(preparedOn),
      ]
    )
    return this.query()
      .where({ projectId: project.id, ...key })
      .forUpdate()
      .firstOrFail()
  }

  get ref(): Subject {
    return { capability: 'territory', type: 'evaluation', id: this.id }
  }

  get fileName(): string {
    return `evaluation-${this.scope === 'final' ? 'finale-' : ''}${this.year}.pdf`
  }

  /** Throws E_EVALUATION_FROZEN or E_EVALUATION_JUSTIFIED. */
  mustBeWritable(): void {
    if (this.state === 'frozen') throw new EvaluationFrozen(this.year)
    if (this.state === 'justified') throw new EvaluationJustified(this.year)
  }

  async write(introduction: string): Promise<void> {
    this.mustBeWritable()
    this.introduction = introduction
    await this.save()
  }

  /** What the page and the PDF show: the snapshot once frozen, today's figures before. */
  async report(tenant: Tenant): Promise<EvaluationReport> {
    if (this.snapshot) return this.snapshot
    const project = await Project.getWhole(this.projectId)
    const names = await pilotNames(project)
    const recommendations = await Recommendation.query()
      .where({ projectId: project.id })
      .where('year', '<=', this.year)
      .orderBy('dueOn')
    const source = {
      year: this.year,
      scope: this.scope,
      territory: tenant.name,
      project: project.title,
      presentation: paragraphsOf(this.introduction || project.presentation),
      step: STEP_LABELS[project.state],
      preparedBy: this.preparedBy,
      preparedOn: this.preparedOn.toISODate()!,
      frozenOn: null,
      axes: project.axes.map(({ number, title, fiches }) => {
        return { number, title, fiches: fiches.map((fiche) => fiche.toSheet(names)) }
      }),
      recommendations: recommendations.map(({ text, addressee, dueOn, state }) => {
        const due = dueOn?.toISODate() ?? ''
        return { text, to: addressee, due, state: RECOMMENDATION_STATES[state].label }
      }),
    }
    return buildEvaluation(source, await this.#lastFrozen())
  }

  /** What the last frozen evaluation of an earlier year told. */
  async #lastFrozen(): Promise<EvaluationReport | null> {
    const last = await Evaluation.query()
      .where({ projectId: this.projectId, state: 'frozen', scope: 'annual' })
      .where('year', '<', this.year)
      .orderBy('year', 'desc')
      .first()
    return last?.snapshot ?? null
  }

  /** Freezes the figures and the words, and keeps the PDF; nothing changes afterwards. */
  async freeze(tenant: Tenant, by: Actor): Promise<void> {
    if (this.state !== 'draft') throw new EvaluationFrozen(this.year)
    const today = String(LocalDate.at(clock.now()))
    const snapshot = { ...(await this.report(tenant)), frozenOn: today }
    const pdf = await renderEvaluation(snapshot, printStyle(tenant))
    const { id, sha256 } = await documents.store(pdf, {
      name: this.fileName,
      accept: ['application/pdf'],
    })
    this.snapshot = snapshot
    this.documentId = id
    this.frozenAt = clock.now()
    await this.#apply('freeze', by, { sha256, year: this.year })
    await evaluationFrozen.emit({ evaluationId: this.id, projectId: this.projectId })
  }

  /** Says why a year has no evaluation. */
  async justify(reason: string, by: Actor): Promise<void> {
    this.justification = reason
    await this.#apply('justify', by, { year: this.year })
  }

  /** The year is evaluated after all. */
  async resume(by: Actor): Promise<void> {
    this.justification = null
    await this.#apply('resume', by, { year: this.year })
  }

  async #apply(
    event: 'freeze' | 'justify' | 'resume',
    by: Actor,
    data: Record<string, string | number>
  ) {
    await evaluationLifecycle.apply(this, event, {
      by,
      subject: this.ref,
      transitionsTable: 'territory.evaluation_transitions',
      foreignKey: 'evaluation_id',
      data,
    })
  }
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n+/).filter((paragraph) => paragraph.trim() !== '')
}
