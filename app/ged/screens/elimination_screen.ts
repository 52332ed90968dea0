import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import type { Meaning } from '#lib/meaning'
import type { SpreadsheetTable } from '#lib/sheets/spreadsheet'
import { pageOf } from '#lib/page_of'
import { cursorOf, pageAfter } from '#web/cursor'
import { day } from '#web/dates'
import { here } from '#web/here'
import { dueDocuments } from '../eliminations/due.js'
import Elimination from '../eliminations/elimination.js'
import { listsManaged, MOST_LINES } from '../eliminations/open_elimination.js'
import { shownLines } from '../eliminations/shown_lines.js'
import { durationLabel } from '../rules/retention_end.js'

const SHOWN = 20
const SHOWN_DUE = 50

const AWAITED: { label: string; meaning: Meaning } = { label: 'Attend le visa', meaning: 'waiting' }
const DONE: { label: string; meaning: Meaning } = { label: 'Exécuté', meaning: 'done' }

const OUTCOMES = { thrown: 'Éliminé', kept: 'Gardé : plus à éliminer le jour du visa' }

const crumbsOf = (tenant: HttpContext['tenant'], ...more: { label: string; href?: string }[]) => [
  { label: 'Documents', href: here('ged.spaces.index', { tenant }) },
  ...more,
]

/** What may go today of what the person of a request manages, and the lists that were written. */
export async function eliminationsScreen(ctx: HttpContext) {
  const { tenant, request } = ctx
  const due = await dueDocuments(await listsManaged(ctx), { most: MOST_LINES + 1 })
  const query = Elimination.query()
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  const after = cursorOf(request)
  const found = await (after ? query.where('id', '<', after) : query)
  const { shown: lists, next } = pageOf(found, SHOWN)
  return {
    due: due.slice(0, SHOWN_DUE).map(({ id, title, type, rule, until }) => ({
      ...{ title, type, href: here('ged.documents.show', { tenant, id }) },
      ...{ rule: durationLabel(rule), until: day(until) },
    })),
    count: due.length > MOST_LINES ? `Plus de ${MOST_LINES}` : String(due.length),
    shownDue: SHOWN_DUE,
    isMore: due.length > SHOWN_DUE,
    opens: due.length > 0 ? here('ged.eliminations.store', { tenant }) : null,
    most: MOST_LINES,
    lists: lists.map(({ id: elimination, openedAt, carriedOutAt, visaReference }) => ({
      title: `Bordereau du ${day(openedAt)}`,
      href: here('ged.eliminations.show', { tenant, elimination }),
      icon: 'file-text',
      facts: [
        carriedOutAt ? `Visa ${visaReference}` : AWAITED.label,
        carriedOutAt ? `Exécuté le ${day(carriedOutAt)}` : '',
      ].filter(Boolean),
    })),
    next: pageAfter(next),
    crumbs: crumbsOf(tenant, { label: 'Éliminations' }),
  }
}

/** One list: its lines, its visa, or what giving it asks. */
export async function eliminationScreen(ctx: HttpContext, elimination: Elimination) {
  const { tenant } = ctx
  const { id, openedAt, openedBy, visaReference, visaDay, carriedOutAt } = elimination
  const { carriedOutBy } = elimination
  const lines = await shownLines(ctx, elimination)
  const names = await people.names([openedBy, carriedOutBy])
  const at = { tenant, elimination: id }
  const isOpen = !carriedOutAt
  return {
    title: `Bordereau d’élimination du ${day(openedAt)}`,
    shown: isOpen ? AWAITED : DONE,
    facts: [
      { name: 'Établi par', value: openedBy && names.get(openedBy) },
      { name: 'Documents', value: String(lines.length) },
      { name: 'Visa', value: visaReference },
      { name: 'Visa du', value: visaDay && day(visaDay) },
      { name: 'Exécuté le', value: carriedOutAt && day(carriedOutAt) },
      { name: 'Par', value: carriedOutBy && names.get(carriedOutBy) },
    ],
    lines: lines.map(({ line, title, path, type }) => ({
      ...{ title, path, type },
      ...{ rule: durationLabel(line.retentionRule), until: day(line.until) },
      outcome: line.outcome && OUTCOMES[line.outcome],
      href: isOpen && path ? here('ged.documents.show', { tenant, id: line.nodeId }) : null,
      withdraws: isOpen
        ? `${here('ged.elimination_lines.destroy', { ...at, line: line.id })}?_method=DELETE`
        : null,
    })),
    csv: here('ged.eliminations.file', at),
    visas: isOpen && lines.length > 0 ? here('ged.elimination_visas.store', at) : null,
    givesUp: isOpen ? `${here('ged.eliminations.destroy', at)}?_method=DELETE` : null,
    crumbs: crumbsOf(
      tenant,
      { label: 'Éliminations', href: here('ged.eliminations.index', { tenant }) },
      { label: `Bordereau du ${day(openedAt)}` }
    ),
  }
}

/** The same as the archives of the département read it, with a column for what they decide. */
export async function eliminationTable(
  ctx: HttpContext,
  elimination: Elimination
): Promise<SpreadsheetTable> {
  const lines = await shownLines(ctx, elimination)
  return {
    name: 'Bordereau d’élimination',
    columns: [
      ...['N°', 'Titre', 'Chemin', 'Type', 'Date', 'Durée', 'Finie le'],
      ...['Décision des archives', 'Suite'],
    ],
    rows: lines.map(({ line, title, path, type }, rank) => [
      ...[rank + 1, title, path, type ?? ''],
      ...[line.documentDay?.toISODate() ?? '', durationLabel(line.retentionRule)],
      ...[line.until.toISODate()!, '', line.outcome ? OUTCOMES[line.outcome] : ''],
    ]),
  }
}
