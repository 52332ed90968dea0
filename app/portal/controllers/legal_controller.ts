import type { HttpContext } from '@adonisjs/core/http'

/** The pages that the law asks of every public service online. */
export default class LegalController {
  /** Déclaration d'accessibilité: décret 2019-768, article 4. */
  async accessibility({ view }: HttpContext) {
    return view.render('portal/accessibility')
  }

  async notices({ view }: HttpContext) {
    return view.render('portal/notices')
  }

  async privacy({ view }: HttpContext) {
    return view.render('portal/privacy')
  }
}
