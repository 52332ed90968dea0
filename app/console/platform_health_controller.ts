import type { HttpContext } from '@adonisjs/core/http'
import { platformHealth } from './health.js'

/** Whether the platform and what it leans on are well, in words. */
export default class PlatformHealthController {
  async index({ view }: HttpContext) {
    return view.render('operator/health', await platformHealth())
  }
}
