import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import Axe from './axe.js'
import Fiche from './fiche.js'

/** An axe with the sheets under it: a sheet knows its axe, and the axe alone would not know them. */
export default class AxeAndFiches extends Axe {
  static table = Axe.table

  @hasMany(() => Fiche, { foreignKey: 'axeId', onQuery: (query) => query.orderBy('number') })
  declare fiches: HasMany<typeof Fiche>
}
