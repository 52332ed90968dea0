import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { AxeSchema } from '#database/schema'
import { TenantModel } from '#kernel/tenancy'
import Fiche from './fiche.js'

/** A strategic axe of the programme, under which its actions are numbered. */
export default class Axe extends TenantModel(AxeSchema) {
  static table = 'territory.axes'

  @hasMany(() => Fiche, { onQuery: (query) => query.orderBy('number') })
  declare fiches: HasMany<typeof Fiche>
}
