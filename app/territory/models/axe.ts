import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { AxeSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'
import { AxeElsewhere, AxeNotFound } from '../errors.js'
import Fiche from './fiche.js'

/** A strategic axe of the programme, under which its actions are numbered. */
export default class Axe extends TenantModel(AxeSchema) {
  static table = 'territory.axes'

  @hasMany(() => Fiche, { onQuery: (query) => query.orderBy('number') })
  declare fiches: HasMany<typeof Fiche>

  /** The axe of that id in the tenant in context, alone. @throws E_AXE_NOT_FOUND */
  static async get(id: string): Promise<Axe> {
    const axe = await this.find(id)
    if (!axe) throw new AxeNotFound()
    return axe
  }

  /** The axe and its sheets, locked: the next number is given once. @throws E_AXE_NOT_FOUND */
  static async hold(id: string): Promise<Axe> {
    const axe = await this.query().where('id', id).preload('fiches').forUpdate().first()
    if (!axe) throw new AxeNotFound()
    return axe
  }

  /** The same, among the axes of a project only. @throws E_AXE_ELSEWHERE, at `axeId` */
  static async holdIn(projectId: string, id: string): Promise<Axe> {
    const axe = await this.query().where({ id, projectId }).preload('fiches').forUpdate().first()
    if (!axe) throw new AxeElsewhere().at('axeId')
    return axe
  }

  /** The number of the next sheet; the axe must be locked. */
  get nextNumber(): number {
    return Math.max(0, ...this.fiches.map((fiche) => fiche.number)) + 1
  }
}
