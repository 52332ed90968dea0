import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { auditFigures, holdings } from '../screens/holdings_screen.js'

/** The registre des fonds. */
export default class HoldingsController {
  async show({ tenant, view }: HttpContext) {
    const lines = await holdings()
    const sum = (pick: (line: (typeof lines)[number]) => number) =>
      lines.reduce((total, line) => total + pick(line), 0)
    return view.render('archiving/holdings', {
      base: here('archiving.deposits.index', { tenant }),
      lines,
      audit: await auditFigures(),
      totals: {
        deposits: sum(({ deposits }) => deposits),
        objects: sum(({ objects }) => objects),
        bytes: sum(({ bytes }) => bytes),
      },
    })
  }
}
