import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import edge, { Template } from 'edge.js'
import { LANGUAGES, type Language } from '#lib/languages/languages'
import { inOneLanguage } from '#lib/languages/said_twice'
import { datesLanguage, spokenDates } from './dates.js'
import { settleSummaries } from './forms/summaries.js'
import { pageOf } from './page.js'

/**
 * What every page knows: the tenant, the person, the services she may open. Told when the page
 * is drawn and not before, since the tenant comes later. `room` is whose
 * view it is: its styles hold there alone (resources/css/rooms).
 */
export default class ViewMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    // `share` copies, name by name and as deep as they go, what no page changes
    ctx.view.render = async (template, data) => {
      const language = datesLanguage(ctx)
      const known = {
        ...pageOf(ctx),
        room: template.split('/')[0],
        ...(language && datesIn(language)),
      }
      const page = new Template(edge.asyncCompiler, ctx.view.getState(), known, edge.processor)
      const html = settleSummaries(await page.render<Promise<string>>(template, data ?? {}))
      return language ? inOneLanguage(html, language) : html
    }
    return next()
  }
}

/** In place of those of every view, for who reads dates in another language. */
const datesIn = (language: Language) => ({
  fr: { ...edge.globals.fr, ...spokenDates },
  /** For scripts, which say dates by the browser. */
  datesLocale: LANGUAGES[language].locale,
})
