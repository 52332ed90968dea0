import ViteProvider from '@adonisjs/vite/vite_provider'
import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Vite's own provider, except that tests meet the built styles and scripts, under the same content
 * security policy and with the same weight as people do.
 */
export default class AssetsProvider extends ViteProvider {
  constructor(protected readonly application: ApplicationService) {
    super(application)
  }

  async start() {
    if (!this.application.inTest) await super.start()
  }

  async shutdown() {
    if (!this.application.inTest) await super.shutdown()
  }
}
