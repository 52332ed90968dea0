import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import {
  type BaseModel,
  beforeCreate,
  beforeFetch,
  beforeFind,
  beforePaginate,
} from '@adonisjs/lucid/orm'
import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { uuidv7 } from '#lib/values'
import { tenancy } from './context.js'

type Query = ModelQueryBuilderContract<LucidModel>

/**
 * A model whose rows belong to a tenant. The explicit predicate repeats what row-level security
 * does: it leads PostgreSQL to the index, and Citus to one shard.
 */
export function TenantModel<T extends NormalizeConstructor<typeof BaseModel>>(superclass: T) {
  class Scoped extends superclass {
    static tenantScoped = true
    static selfAssignPrimaryKey = true

    @beforeCreate()
    static belongToTheTenant(row: any) {
      row.tenantId = tenancy.tenantId(this.name)
      row.id ??= uuidv7()
    }

    @beforeFind()
    @beforeFetch()
    static stayInTheTenant(query: Query) {
      query.where(`${query.model.table}.tenant_id`, tenancy.tenantId(query.model.name))
    }

    @beforePaginate()
    static paginateInTheTenant([count, query]: [Query, Query]) {
      Scoped.stayInTheTenant(count)
      Scoped.stayInTheTenant(query)
    }
  }
  return Scoped
}
