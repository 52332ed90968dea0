import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { frenchCsv } from '#lib/sheets/csv'
import { type SheetOfAxe, sheetsTable, valuesTable } from '../formats/project_tables.js'
import { workbook } from '#lib/sheets/spreadsheet'
import { pilotNames } from '../models/people.js'
import Project from '../models/project.js'

/** The whole project as files that a French spreadsheet opens as they are. */
export default class ProjectExportsController {
  async sheets(ctx: HttpContext) {
    return hand(ctx, 'fiches.csv', CSV, frenchCsv(sheetsTable(await sheetsOf(ctx))))
  }

  async values(ctx: HttpContext) {
    return hand(ctx, 'valeurs.csv', CSV, frenchCsv(valuesTable(await sheetsOf(ctx))))
  }

  /** Both in one workbook. */
  async workbook(ctx: HttpContext) {
    const sheets = await sheetsOf(ctx)
    const bytes = await workbook([sheetsTable(sheets), valuesTable(sheets)], clock.now().toJSDate())
    return hand(ctx, 'projet.xlsx', XLSX, bytes)
  }
}

const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function sheetsOf({ params }: HttpContext): Promise<SheetOfAxe[]> {
  const project = await Project.getWhole(params.id)
  const names = await pilotNames(project)
  return project.axes.flatMap(({ number, title, fiches }) =>
    fiches.map((fiche) => ({ axe: `${number}. ${title}`, sheet: fiche.toSheet(names) }))
  )
}

function hand({ response }: HttpContext, name: string, mediaType: string, bytes: string | Buffer) {
  response.header('content-type', mediaType)
  response.header('content-disposition', `attachment; filename="${name}"`)
  return response.send(bytes)
}
