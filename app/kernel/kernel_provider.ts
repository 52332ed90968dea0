import type { ApplicationService } from '@adonisjs/core/types'
import { BaseModel, Preloader } from '@adonisjs/lucid/orm'
import pg from 'pg'
import { tracesEndpoint } from '#config/app'
import { openIncoming, sweepIncoming } from '#kernel/documents/intake'
import { tellCommitsThatFail } from '#lib/patches/commits_that_fail'
import { openInOneExchange } from '#lib/patches/opening_in_one_exchange'
import { keepPlans } from '#lib/patches/plans_kept'
import { preloadInTurn } from '#lib/patches/preloads_in_turn'
import { TenantAdapter } from '#kernel/tenancy/adapter'
import { watchConnections } from '#kernel/tenancy/one_connection'

const DATE = 1082
const SWEEP_EVERY_MS = 3600 * 1000

/** Puts the walls between tenants, the folder of what arrives and the clocks in place, before anything is served. */
export default class KernelProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const db = await this.app.container.make('lucid.db')
    BaseModel.$adapter = new TenantAdapter(db)
    preloadInTurn(Preloader)
    const logger = await this.app.container.make('logger')
    watchConnections(db, ['app', 'system'], (breach) => {
      if (this.app.inTest) throw breach
      logger.error({ err: breach }, 'a second connection is taken')
    })
    keepPlans(db.connection('app').getWriteClient().client.constructor.prototype)
    openInOneExchange(db.connection('app').getWriteClient().client)
    for (const pool of ['app', 'system', 'owner'])
      tellCommitsThatFail(db.connection(pool).getWriteClient().client)
    await openIncoming()
    // A legal day has no hour: leave `date` columns as text, never a JavaScript Date in some zone.
    pg.types.setTypeParser(DATE, (text) => text)
    if (tracesEndpoint) {
      const { startTracing } = await import('#lib/watch/traces')
      const stop = await startTracing(tracesEndpoint, 'halle')
      this.app.terminating(() => stop())
    }
  }

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { keepFollowing } = await import('#kernel/clock/skew')
    keepFollowing('web')
    await sweepIncoming()
    const sweep = () =>
      sweepIncoming().catch((error) =>
        this.app.container
          .make('logger')
          .then((log) => log.error({ err: error }, 'what arrives is not swept'))
      )
    setInterval(sweep, SWEEP_EVERY_MS).unref()
  }
}
