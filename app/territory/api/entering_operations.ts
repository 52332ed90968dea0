import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import type { Operation } from '#web/api/operation'
import { NotFound } from '#web/errors'
import { YearOutside } from '../errors.js'
import { refuseProblems } from '../forms/receive_form.js'
import { yearForm } from '../forms/year_form.js'
import Fiche from '../models/fiche.js'
import { closeValueTask } from '../models/value_tasks.js'
import { enterYear, FIRST_YEAR, readYear } from '../models/yearly_entry.js'
import { Reader } from '../rules/parts/reader.js'
import { statutValidator } from '../validators/fiche.js'
import { seenSheet, sheetAnswer, sheetHeldBy, toldAgain } from './sheet_resource.js'

/** A figure as people write it, « 46 800 » or « 15 % »; empty, it takes the recorded one away. */
const figureValidator = vine.create({
  year: vine.number().withoutDecimals().min(FIRST_YEAR).max(2100),
  value: vine.string().trim().maxLength(60),
  /** The last month counted, 1 to 12; 12 unless said. */
  until: vine.number().withoutDecimals().min(1).max(12).optional(),
  source: vine.string().trim().maxLength(300).optional(),
  comment: vine.string().trim().maxLength(1000).optional(),
})

export const enteringOperations: Operation[] = [
  {
    name: 'set_status',
    call: 'PUT /fiches/:fiche/statut',
    permission: 'territory.contribute',
    title: 'Dire où en est une action',
    body: statutValidator,
    answer: sheetAnswer,
    seen: seenSheet,
    gestures: ['territory.fiches.update'],
    async run(call) {
      const fiche = await sheetHeldBy(call)
      await fiche.setStatut(call.body.statut, call.ctx.actor)
      return toldAgain(fiche.id)
    },
  },
  {
    name: 'enter_value',
    call: 'PUT /fiches/:fiche/indicateurs/:indicatorId/valeur',
    permission: 'territory.contribute',
    title: 'Enregistrer la valeur d’un indicateur pour une année',
    body: figureValidator,
    answer: sheetAnswer,
    seen: seenSheet,
    refuses: [422],
    gestures: ['territory.values.update'],
    async run(call) {
      const { params, body, ctx } = call
      const fiche = await sheetHeldBy(call)
      const year = alreadyBegun(body.year)
      const { values } = yearForm(fiche, year).stored
      if (!Object.hasOwn(values, params.indicatorId)) throw new NotFound()
      const { value, until = 12, source = '', comment = '' } = body
      const line = { value, until: String(until), source, comment }
      const reader = new Reader()
      const typed = { values: { ...values, [params.indicatorId]: line } }
      const lines = readYear(fiche, typed, reader)
      refuseProblems(reader.problems)
      await enterYear(fiche, year, lines, ctx.actor)
      await closeValueTask(await Fiche.get(fiche.id), year)
      return toldAgain(fiche.id)
    },
  },
]

/** @throws E_YEAR_OUTSIDE of a year to come */
function alreadyBegun(year: number): number {
  const last = clock.today().year
  if (year > last) throw new YearOutside(year, FIRST_YEAR, last).at('year')
  return year
}
