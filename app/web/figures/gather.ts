import type { HttpContext } from '@adonisjs/core/http'
import { hasService } from '#kernel/room'
import { relative } from '#web/dates'
import { inRailOrder } from '#web/menu'
import { ask, firstQuestion } from './ask.js'
import {
  MOST_UNFINISHED,
  type Figure,
  type ShownCount,
  type ShownLate,
  type Unfinished,
  type UnfinishedRow,
} from './declaration.js'

/** Who reads, and where. */
type Reader = Pick<HttpContext, 'allows' | 'actor' | 'tenant'>

interface UnfinishedLine {
  title: string
  href: string
  icon: string
  facts: string[]
}

/** The figures of a home, each group empty when there is nothing to say. */
export interface HomeFigures {
  late: (ShownLate & { icon: string })[]
  unfinished: { label: string; lines: UnfinishedLine[]; more: string | null }[]
  month: ShownCount[]
  first: { label: string; href: string } | null
  /** What was asked with them, by its name. */
  also: Record<string, unknown>
}

/**
 * The figures by which this reader decides, in the tenant in context: two exchanges at the most.
 * `also` is asked in the first of them, as `askTogether` does, of the person and the member;
 * `answered` are the rows of `figuresQuestion`, where it travelled with others.
 */
export async function figuresFor(
  reader: Reader,
  also: Record<string, string> = {},
  answered?: any[]
): Promise<HomeFigures> {
  const declared = figuresOf(reader)
  const figures = declared.map(({ figure }) => figure)
  const values = await ask(figures, reader.actor.id!, also, answered)
  const where = { tenant: reader.tenant }
  const shown: HomeFigures = {
    late: [],
    unfinished: [],
    month: [],
    first: firstStep(reader),
    also: {},
  }
  for (const name of Object.keys(also)) shown.also[name] = values[name]
  for (const { figure, icon } of declared) {
    const value = values[figure.name]
    if (figure.kind === 'unfinished') {
      const rows = value as UnfinishedRow[]
      if (rows.length) shown.unfinished.push(unfinishedOf(figure, rows, icon, reader))
      continue
    }
    const number = value === null ? null : Number(value)
    if (figure.kind === 'month') shown.month.push(...present(figure.say(number, where)))
    else shown.late.push(...present(figure.say(number, where)).map((one) => ({ ...one, icon })))
  }
  return shown
}

/** The first exchange of `figuresFor`, for others to travel with; null when nothing is asked. */
export const figuresQuestion = (reader: Reader, also: Record<string, string> = {}) =>
  firstQuestion(
    figuresOf(reader).map(({ figure }) => figure),
    reader.actor.id!,
    also
  )

const present = <T>(one: T | null): T[] => (one === null ? [] : [one])

/** What the rooms of the member let this reader count, in the order of the rail. */
function figuresOf({ tenant, allows }: Reader): { figure: Figure; icon: string }[] {
  return inRailOrder().flatMap(({ name, icon, figures = [] }) =>
    hasService(tenant, name)
      ? figures.filter(({ permission }) => allows(permission)).map((figure) => ({ figure, icon }))
      : []
  )
}

function firstStep({ tenant, allows }: Reader) {
  for (const { name, firstStep: step } of inRailOrder()) {
    if (!step || !hasService(tenant, name) || !allows(step.permission)) continue
    return { label: step.label, href: step.href({ tenant }) }
  }
  return null
}

function unfinishedOf(figure: Unfinished, rows: UnfinishedRow[], icon: string, where: Reader) {
  const lines = rows.slice(0, MOST_UNFINISHED).map(({ id, title, at }) => ({
    title: `Reprendre « ${title || figure.untitled} »`,
    href: figure.href(id, where),
    icon,
    facts: [`laissé ${relative(new Date(at))}`],
  }))
  const more = rows.length > MOST_UNFINISHED ? figure.all(where) : null
  return { label: figure.label, lines, more }
}
