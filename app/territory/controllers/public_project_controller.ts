import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { people } from '#kernel/people'
import { atomFeed } from '#lib/feed/atom'
import { NotFound } from '#web/errors'
import { CSV_COLUMNS, indicatorsCsv } from '../formats/indicators_csv.js'
import { sheetContents } from '../formats/sheet_contents.js'
import { legend, sheetPage } from '../formats/sheet_page.js'
import { publicProject, shownFiche } from '../models/public_project.js'
import { appUrl } from '#config/app'

/** What the inhabitants read: no login, no script, only the sheets that are shown. */
export default class PublicProjectController {
  async show({ view, tenant }: HttpContext) {
    return view.render('territory/public/show', await publicProject(tenant))
  }

  async fiche({ params, view }: HttpContext) {
    const fiche = await shownFiche(params.id)
    const names = await people.names(fiche.pilots.map((pilot) => pilot.userId))
    const page = sheetPage(fiche.toSheet(names), clock.today())
    const contents = sheetContents(page, false)
    return view.render('territory/public/fiche', { fiche, page, contents, legend })
  }

  async feed({ response, tenant }: HttpContext) {
    const { project, entries } = await publicProject(tenant)
    response.header('content-type', 'application/atom+xml; charset=utf-8')
    const home = `${appUrl}/p/${tenant.slug}/projet`
    return response.send(
      atomFeed({
        home,
        title: project.title,
        author: tenant.name,
        updated: project.updatedAt?.toISO() ?? project.createdAt.toISO()!,
        entries: entries.map((entry) => ({ ...entry, url: `${home}${entry.url}` })),
      })
    )
  }

  /** What the open data hold, column by column, and under which schema. */
  async data({ view, tenant }: HttpContext) {
    const { project, fiches } = await publicProject(tenant)
    const indicators = fiches.flatMap((fiche) => fiche.indicators)
    const values = indicators.reduce((sum, { values: known }) => sum + known.length, 0)
    const columns = CSV_COLUMNS
    return view.render('territory/public/data', { project, columns, indicators, values })
  }

  async csv({ response, tenant }: HttpContext) {
    const { fiches } = await publicProject(tenant)
    const items = fiches.flatMap((fiche) =>
      fiche.indicators.map((it) => ({ service: fiche.title, indicator: it.toMeasure() }))
    )
    response.header('content-type', 'text/csv; charset=utf-8')
    response.header('content-disposition', 'attachment; filename="indicateurs.csv"')
    return response.send(indicatorsCsv(tenant.name, items))
  }

  async evaluation({ params: { year: key }, response, tenant }: HttpContext) {
    const shown = (await publicProject(tenant)).documents
    const evaluation = shown.find(({ year, scope }) => year === key.year && scope === key.scope)
    if (!evaluation?.documentId) throw new NotFound()
    response.header('content-type', 'application/pdf')
    response.header('content-disposition', `inline; filename="${evaluation.fileName}"`)
    return response.send(await documents.read(evaluation.documentId))
  }
}
