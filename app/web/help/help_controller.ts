import type { HttpContext } from '@adonisjs/core/http'
import { currentNotices } from '#web/notices'
import { defineError } from '#lib/errors'
import { remember } from '#lib/remember'
import { hardWords, helpByRoom, helpPages, novelties, type KnownPage } from './pages.js'
import { pictureOf } from './pictures.js'
import { searchHelp, textOf } from './search.js'

const HelpMissing = defineError(
  'E_HELP_MISSING',
  'Cette page d’aide n’existe pas, ou plus. Cherchez-la par ses mots.',
  404
)

const LONGEST_SEARCH = 100
const texts = remember<string>({ ms: 3_600_000, most: 500 })

/** « Aide »: one page a gesture, and the words of the trade. */
export default class HelpController {
  async index({ request, view, auth }: HttpContext) {
    await auth.check()
    const words = String(request.input('q') ?? '').slice(0, LONGEST_SEARCH)
    const pages = helpPages()
    const known = new Map<KnownPage, string>()
    if (words) for (const page of pages) known.set(page, await wordsIn(page, view))
    const found = searchHelp(pages, words, (page) => known.get(page) ?? '')
    const { support } = await contact()
    return view.render('help/index', {
      words,
      found,
      shelves: helpByRoom(pages),
      terms: hardWords(),
      support,
    })
  }

  /** « Quoi de neuf ». */
  async news({ view, auth }: HttpContext) {
    await auth.check()
    return view.render('help/news', { novelties: novelties(), ...(await contact()) })
  }

  async show({ params, view, auth }: HttpContext) {
    await auth.check()
    const page = helpPages().find(({ path }) => path === params.page)
    if (!page) throw new HelpMissing()
    const others = helpPages().filter(({ room, path }) => room === page.room && path !== page.path)
    const picture = pictureOf(page.path)
    return view.render('help/show', { page, others, picture, ...(await contact()) })
  }
}

/** Drawn once: what a page says is the same for everybody. */
async function wordsIn({ view: name }: KnownPage, view: HttpContext['view']): Promise<string> {
  return texts.get(name) ?? texts.keep(name, textOf(await view.render(name)))
}

/** Whom to ask, as the operator said it on its legal notices. */
async function contact() {
  const { operatorEmail: email, operatorPhone: phone } = await currentNotices()
  return { support: { email, phone } }
}
