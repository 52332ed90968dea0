import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { AxeSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'
import Fiche from './fiche.js'

/** A strategic axe of the programme, under which its actions are numbered. */
export default class Axe extends TenantModel(AxeSchema) {
  static table = 'territory.axes'

  @hasMany(() => Fiche, { onQuery: (query) => query.orderBy('number') })
  declare fiches: HasMany<typeof Fiche>

  /** The axe and its sheets, kept for us: the next number is given once. */
  static locked(id: string): Promise<Axe> {
    return this.query().where('id', id).preload('fiches').forUpdate().firstOrFail()
  }

  /** The same within a project; null when it is of another. */
  static lockedIn(projectId: string, id: string): Promise<Axe | null> {
    return this.query().where({ id, projectId }).preload('fiches').forUpdate().first()
  }

  /** The number of the next sheet; the axe must be locked. */
  get nextNumber(): number {
    return Math.max(0, ...this.fiches.map((fiche) => fiche.number)) + 1
  }
}
