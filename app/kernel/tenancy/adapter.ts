import { Adapter } from '@adonisjs/lucid/orm'
import type { LucidModel, ModelAdapterOptions } from '@adonisjs/lucid/types/model'
import { NoTenantContext, tenancy } from './context.js'

/** Gives every tenant model the transaction of its context, and throws where there is none. */
export class TenantAdapter extends Adapter {
  modelConstructorClient(
    model: LucidModel & { tenantScoped?: boolean },
    options?: ModelAdapterOptions
  ) {
    if (!model.tenantScoped) return super.modelConstructorClient(model, options)
    const trx = tenancy.current()?.trx
    if (!trx) throw new NoTenantContext(model.name)
    if (options?.client && options.client !== trx && !options.client.isTransaction) {
      throw new Error(`${model.name} was given a client from outside its tenant's transaction`)
    }
    return options?.client?.isTransaction ? options.client : trx
  }
}
