import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import {
  type BaseModel,
  beforeCreate,
  beforeDelete,
  beforeFetch,
  beforeFind,
  beforeSave,
} from '@adonisjs/lucid/orm'
import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { uuidv7 } from '#lib/values'
import { NobodysName, wallTrx } from './wall.js'

/**
 * A model whose rows stand behind the wall of people outside: it is asked with `walled()` and made
 * with `add()`, in the transaction of `behind`; elsewhere it throws, rather than answer nothing.
 */
export function WalledModel<T extends NormalizeConstructor<typeof BaseModel>>(superclass: T) {
  class Walled extends superclass {
    static selfAssignPrimaryKey = true

    @beforeCreate()
    static giveAnId(row: any) {
      row.id ??= uuidv7()
    }

    @beforeSave()
    @beforeDelete()
    static writeInSomebodysName(row: any) {
      if (!row.$trx) throw new NobodysName(this.name)
    }

    @beforeFind()
    @beforeFetch()
    static askInSomebodysName(query: ModelQueryBuilderContract<LucidModel>) {
      if (!query.client.isTransaction) throw new NobodysName(query.model.name)
    }
  }
  return Walled
}

/** What a model is asked in, and its rows are made in: the transaction of `behind`. */
export const walled = () => ({ client: wallTrx() })
