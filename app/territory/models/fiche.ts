import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { FicheActionSchema } from '#database/schema/territory'
import { journal } from '#kernel/journal'
import type { Actor, Subject } from '#lib/proof'
import { TenantModel } from '#kernel/tenancy'
import { LocalDate } from '#lib/values'
import { FicheNotFound } from '../errors.js'
import type { CarbonImpact } from '../rules/carbon_impact.js'
import type { Cost } from '../rules/cost.js'
import type { Etape } from '../rules/etape.js'
import type { FicheSections } from '../rules/fiche_sections.js'
import type { FicheStatut } from '../rules/fiche_statut.js'
import type { Funding } from '../rules/funding.js'
import type { SheetPart } from '../rules/parts/part.js'
import type { Publication, Recurrence, Sheet, SheetContent } from '../rules/sheet.js'
import Axe from './axe.js'
import FichePilot from './fiche_pilot.js'
import FicheRevision from './fiche_revision.js'
import Indicator from './indicator.js'
import { jsonColumn } from '#kernel/tenancy/json_column'

type StoredEcheance = Omit<NonNullable<Sheet['echeance']>, 'due'> & { due: string }

/** An action sheet: what is to be done, who answers for it, how far it is. */
export default class Fiche extends TenantModel(FicheActionSchema) {
  static table = 'territory.fiche_actions'

  declare statut: FicheStatut

  @jsonColumn()
  declare sections: FicheSections

  @jsonColumn()
  declare costs: Cost[]

  @jsonColumn()
  declare funding: Funding[]

  @jsonColumn()
  declare carbon: CarbonImpact

  @jsonColumn()
  declare echeance: StoredEcheance | null

  @jsonColumn()
  declare etapes: Etape[]

  @jsonColumn()
  declare recurrence: Recurrence | null

  @jsonColumn()
  declare publication: Publication | null

  @belongsTo(() => Axe)
  declare axe: BelongsTo<typeof Axe>

  @hasMany(() => FichePilot, { foreignKey: 'ficheId' })
  declare pilots: HasMany<typeof FichePilot>

  @hasMany(() => Indicator, {
    foreignKey: 'ficheId',
    onQuery: (query) => query.orderBy('position'),
  })
  declare indicators: HasMany<typeof Indicator>

  /** The sheet with all that its page and its files show. @throws E_FICHE_NOT_FOUND */
  static async get(id: string): Promise<Fiche> {
    return found(await this.#queryOf(id).first())
  }

  /** The same, locked until the end of the transaction: what is compared is what is replaced. */
  static async hold(id: string): Promise<Fiche> {
    return found(await this.#queryOf(id).forUpdate().first())
  }

  /** The number of the next sheet under an axe, which must be locked. */
  static async nextNumberUnder({ id }: Axe): Promise<number> {
    const last = await this.query().where('axeId', id).orderBy('number', 'desc').first()
    return (last?.number ?? 0) + 1
  }

  static #queryOf(id: string) {
    return this.query()
      .where('id', id)
      .preload('axe')
      .preload('pilots')
      .preload('indicators', (indicators) => indicators.preload('values'))
  }

  get ref(): Subject {
    return { capability: 'territory', type: 'fiche', id: this.id }
  }

  /** « 1.2 »: the second action of the first axe. */
  get fullNumber(): string {
    return `${this.axe.number}.${this.number}`
  }

  isPilotedBy(userId: string | undefined): boolean {
    return this.pilots.some((pilot) => pilot.userId === userId)
  }

  /** What is written on the sheet itself, as its parts read and change it. */
  get content(): SheetContent {
    return {
      title: this.title,
      origin: this.origin,
      echeance: this.echeance && { ...this.echeance, due: LocalDate.parse(this.echeance.due) },
      costs: this.costs,
      funding: this.funding,
      carbon: this.carbon,
      sections: this.sections,
      etapes: this.etapes,
      recurrence: this.recurrence,
      indicatorsNote: this.indicatorsNote,
      publication: this.publication,
    }
  }

  /** Records one part and keeps what it said before; the row must be locked. */
  async rewrite(part: SheetPart, change: Partial<SheetContent>, by: Actor): Promise<void> {
    const before = part.told(this.content) || null
    const { echeance, ...rest } = change
    Object.assign(this, rest)
    if (echeance !== undefined) {
      this.echeance = echeance && { ...echeance, due: String(echeance.due) }
    }
    await this.#keep(part.code, { before, after: part.told(this.content) || null }, by)
  }

  /** Moves the sheet to the end of another axe, which must be locked. */
  async moveTo(axe: Axe, by: Actor): Promise<void> {
    if (axe.id === this.axeId) return
    const before = `${this.fullNumber}, axe ${this.axe.number}. ${this.axe.title}`
    this.axeId = axe.id
    this.number = await Fiche.nextNumberUnder(axe)
    this.$setRelated('axe', axe)
    const after = `${this.fullNumber}, axe ${axe.number}. ${axe.title}`
    await this.#keep('axe', { before, after }, by)
  }

  async setStatut(statut: FicheStatut, by: Actor): Promise<void> {
    const before = this.statut
    this.statut = statut
    await this.#keep('statut', { before, after: statut }, by)
  }

  async setPublic(shown: boolean, by: Actor): Promise<void> {
    const before = String(this.public)
    this.public = shown
    await this.#keep('public', { before, after: String(shown) }, by)
  }

  /** As the pure rules and formats read it; relations must be loaded, `names` says who is who. */
  toSheet(names: ReadonlyMap<string, string>): Sheet {
    return {
      ...this.content,
      id: this.id,
      number: this.fullNumber,
      statut: this.statut,
      pilots: this.pilots.flatMap((pilot) => names.get(pilot.userId) ?? []),
      indicators: this.indicators.map((indicator) => indicator.toMeasure()),
    }
  }

  /** Saves, keeps the previous value, and writes in the journal which field changed, not its words. */
  async #keep(
    field: string,
    change: { before: string | null; after: string | null },
    by: Actor
  ): Promise<void> {
    await this.save()
    if (!(await FicheRevision.keep(this.id, field, change, by))) return
    await journal.append({
      type: 'territory.fiche_changed',
      subject: this.ref,
      actor: by,
      data: { field },
    })
  }
}

function found(fiche: Fiche | null): Fiche {
  if (!fiche) throw new FicheNotFound()
  return fiche
}
