import type { ApplicationService } from '@adonisjs/core/types'
import { BaseModel } from '@adonisjs/lucid/orm'
import vine from '@vinejs/vine'
import pg from 'pg'
import { tracesEndpoint } from '#config/app'
import { openIncoming, sweepIncoming } from '#kernel/documents/intake'
import { discardUploads } from '#kernel/documents/uploads'
import { frenchMessages } from '#kernel/http/validation_messages'
import { preloadInTurn } from '#kernel/sequential_preloads'
import { TenantAdapter } from '#kernel/tenancy/adapter'

const DATE = 1082

export default class KernelProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const db = await this.app.container.make('lucid.db')
    BaseModel.$adapter = new TenantAdapter(db)
    preloadInTurn()
    await openIncoming()
    const emitter = await this.app.container.make('emitter')
    emitter.on('http:request_completed', ({ ctx }) => discardUploads(ctx.request))
    // A legal day has no hour: leave `date` columns as text, never a JavaScript Date in some zone.
    pg.types.setTypeParser(DATE, (text) => text)
    vine.messagesProvider = frenchMessages
    if (tracesEndpoint) {
      const { startTracing } = await import('#kernel/watch/traces')
      const stop = await startTracing(tracesEndpoint, 'halle')
      this.app.terminating(() => stop())
    }
  }

  async ready() {
    if (this.app.getEnvironment() === 'web') await sweepIncoming()
  }
}
