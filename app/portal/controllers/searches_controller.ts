import string from '@adonisjs/core/helpers/string'
import type { HttpContext } from '@adonisjs/core/http'
import { marked } from '#lib/french/search/mark'
import { inRailOrder } from '#web/menu'
import type { Found } from '#web/search'

const MOST_WORDS = 100

/** Asks every service that the person may read, one after the other: they share a transaction. */
async function ask({ allows, tenant }: HttpContext, words: string, limit: number) {
  const groups = []
  for (const { label, icon, search } of inRailOrder()) {
    if (!search || !words || !allows(search.permission)) continue
    const results = await search.find(words, { tenantSlug: tenant.slug, limit, allows })
    if (results.length) groups.push({ label: search.label ?? label, icon, results })
  }
  return groups
}

/** A title as HTML, escaped, with the words by which its room found it. */
const markedTitle = ({ title, terms = [] }: Found) =>
  marked(title, terms)
    .map(({ text, marked: why }) => ({ text: string.escapeHTML(text), why }))
    .map(({ text, why }) => (why ? `<mark>${text}</mark>` : text))
    .join('')

const wordsOf = ({ request }: HttpContext) =>
  String(request.input('q') ?? '')
    .trim()
    .slice(0, MOST_WORDS)

/** Search over everything that the person may see in this collectivite. */
export default class SearchesController {
  async show(ctx: HttpContext) {
    const words = wordsOf(ctx)
    const groups = (await ask(ctx, words, 30)).map(({ results, ...group }) => ({
      ...group,
      results: results.map((found) => ({ ...found, html: markedTitle(found) })),
    }))
    return ctx.view.render('portal/search', { words, groups })
  }

  /** The suggestions of the palette (Ctrl K). */
  async index(ctx: HttpContext) {
    const groups = await ask(ctx, wordsOf(ctx), 6)
    const results = groups.flatMap(({ results }) => results.map(({ terms: _, ...found }) => found))
    return ctx.response.send({ results })
  }
}
