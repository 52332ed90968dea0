import type { HttpContext } from '@adonisjs/core/http'
import { townsPage } from '../towns/directory.js'

const LONGEST_SEARCH = 100
const SLUG = /^[a-z0-9-]{1,100}$/

/** The front page: what the house is, one's town among those that live in it, where to come in. */
export default class FrontController {
  async show({ request, view, auth }: HttpContext) {
    await auth.check()
    const words = String(request.input('q') ?? '')
      .trim()
      .slice(0, LONGEST_SEARCH)
    const after = String(request.input('apres') ?? '')
    const { towns, count, next } = await townsPage(words, SLUG.test(after) ? after : null)
    const search = new URLSearchParams({ ...(words && { q: words }), ...(next && { apres: next }) })
    return view.render('portal/front', { words, towns, count, next: next && `/?${search}#membres` })
  }
}
