import type { HttpContext } from '@adonisjs/core/http'
import { type SheetOfAxe, sheetsCsv, valuesCsv } from '../formats/project_csv.js'
import { pilotNames } from '../models/people.js'
import Project from '../models/project.js'

/** The whole project as files that a French spreadsheet opens as they are. */
export default class ProjectExportsController {
  async sheets(ctx: HttpContext) {
    return hand(ctx, 'fiches', sheetsCsv(await sheetsOf(ctx)))
  }

  async values(ctx: HttpContext) {
    return hand(ctx, 'valeurs', valuesCsv(await sheetsOf(ctx)))
  }
}

async function sheetsOf({ params }: HttpContext): Promise<SheetOfAxe[]> {
  const project = await Project.whole(params.id)
  const names = await pilotNames(project)
  return project.axes.flatMap(({ number, title, fiches }) =>
    fiches.map((fiche) => ({ axe: `${number}. ${title}`, sheet: fiche.toSheet(names) }))
  )
}

function hand({ response }: HttpContext, name: string, csv: string) {
  response.header('content-type', 'text/csv; charset=utf-8')
  response.header('content-disposition', `attachment; filename="${name}.csv"`)
  return response.send(csv)
}
