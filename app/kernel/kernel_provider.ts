import type { ApplicationService } from '@adonisjs/core/types'
import { BaseModel } from '@adonisjs/lucid/orm'
import vine from '@vinejs/vine'
import pg from 'pg'
import { tracesEndpoint } from '#config/app'
import { frenchMessages } from '#kernel/http/validation_messages'
import { TenantAdapter } from '#kernel/tenancy/adapter'

const DATE = 1082

export default class KernelProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const db = await this.app.container.make('lucid.db')
    BaseModel.$adapter = new TenantAdapter(db)
    // A legal day has no hour: leave `date` columns as text, never a JavaScript Date in some zone.
    pg.types.setTypeParser(DATE, (text) => text)
    vine.messagesProvider = frenchMessages
    if (tracesEndpoint) {
      const { startTracing } = await import('#kernel/watch/traces')
      const stop = await startTracing(tracesEndpoint, 'halle')
      this.app.terminating(() => stop())
    }
  }
}
