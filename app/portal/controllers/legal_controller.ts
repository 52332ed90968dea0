import type { HttpContext } from '@adonisjs/core/http'
import { complianceWords, currentNotices } from '#web/notices'
import { treatments } from '../legal/treatments.js'

/** The pages that the law asks of every public service online: of the platform, and of each member. */
export default class LegalController {
  /** Déclaration d'accessibilité: décret 2019-768, article 4. */
  async accessibility(ctx: HttpContext) {
    return draw(ctx, 'accessibility')
  }

  /** Mentions légales: loi 2004-575, article 1-1. */
  async notices(ctx: HttpContext) {
    return draw(ctx, 'notices')
  }

  /** Données personnelles: RGPD, article 13. */
  async privacy(ctx: HttpContext) {
    return draw(ctx, 'privacy')
  }
}

async function draw({ tenant, view }: HttpContext, page: string) {
  const said = await currentNotices()
  const template = tenant ? `portal/town_${page}` : `portal/${page}`
  return view.render(template, {
    said,
    compliance: complianceWords(said),
    treatments: treatments(said.logRetention),
    own: tenant?.settings.portal ?? {},
  })
}
