import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import type { Call } from '#web/api/operation'
import { NotFound } from '#web/errors'
import { told } from '#web/api/shapes'
import Fiche from '../models/fiche.js'
import { maySee, mustEdit } from '../policies/fiche_policy.js'

const figureShape = vine.object({
  /** As it was recorded: a decimal, without any estimate. */
  value: told.text(),
  from: told.day().nullable(),
  to: told.day().nullable(),
  source: told.text().nullable(),
})

/** What a program is told of an action sheet. */
export const sheetShape = vine.create({
  id: told.id(),
  project: told.id(),
  number: told.text(),
  title: told.text(),
  status: told.text(),
  isShown: told.flag(),
  indicators: vine.array(
    vine.object({
      id: told.id(),
      title: told.text(),
      unit: told.text(),
      results: vine.array(figureShape),
    })
  ),
})

export function toldSheet(fiche: Fiche): Infer<typeof sheetShape> {
  const { id, projectId, fullNumber, title, statut, indicators } = fiche
  return {
    id,
    project: projectId,
    number: fullNumber,
    title,
    status: statut,
    isShown: fiche.public,
    indicators: indicators.map((indicator) => ({
      id: indicator.id,
      title: indicator.title,
      unit: indicator.unit,
      results: indicator.values
        .filter(({ kind }) => kind === 'result')
        .map(({ value, periodFrom, periodTo, source }) => ({
          value: String(value),
          from: periodFrom?.toISODate() ?? null,
          to: periodTo?.toISODate() ?? null,
          source,
        })),
    })),
  }
}

export const toldAgain = async (id: string) => toldSheet(await Fiche.get(id))

/** The sheet that is named, when it is for who bears the token. @throws E_FICHE_NOT_FOUND */
export async function sheetSeenBy({ params, ctx }: Call): Promise<Fiche> {
  const fiche = await Fiche.get(params.fiche)
  if (!maySee(ctx, fiche)) throw new NotFound()
  return fiche
}

/** The sheet that is named, held, when it is hers to write. @throws E_FICHE_NOT_YOURS */
export async function sheetHeldBy({ params, ctx }: Call): Promise<Fiche> {
  const fiche = await Fiche.hold(params.fiche)
  mustEdit(ctx, fiche)
  return fiche
}

export const seenSheet = async (call: Call) => toldSheet(await sheetHeldBy(call))

export const sheetAnswer = { kind: 'thing', of: 'Fiche', shape: sheetShape } as const
