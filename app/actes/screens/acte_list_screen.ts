import type { HttpContext } from '@adonisjs/core/http'
import { tenancy } from '#kernel/tenancy'
import { cursorOf } from '#web/cursor'
import { narrowByWords } from '#web/search'
import { actesIndexed } from '../indexed.js'
import Acte from '../models/acte.js'
import { actesWithOpenLetter, openLetters } from '../models/open_letters.js'
import { isLetterType, type LetterType } from '../rules/letters.js'
import { waitingLetter, waitingLetterTypes } from '../rules/open_letters.js'
import { shownState } from '../rules/shown_state.js'
import { ACTE_STATES, type ActeState } from '../rules/lifecycle.js'
import { findNature } from '../rules/nature.js'
import { ACTE_STATE_WORDS } from '../rules/state_words.js'

const PAGE = 50

interface Filters {
  q: string
  etat: ActeState | LetterType | ''
  nature: number | null
}

interface ActeRow {
  id: string
  state: ActeState
  numero: string
  objet: string
  nature_code: number | null
  /** A legal day, as the base says it: `2026-11-22`. */
  decision_date: string | null
}

/** The list of actes as the URL filters it: one page from a cursor, the newest first. */
export async function acteList({ request, tenant }: HttpContext) {
  const filters = readFilters(request)
  const after = cursorOf(request)
  // Plain rows: to make fifty models costs more than the rest of the page. They skip the hooks, so
  // the tenant is said here.
  const query = Acte.query()
    .where('tenantId', tenancy.tenantId())
    .select('id', 'state', 'numero', 'objet', 'natureCode', 'decisionDate')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .pojo<ActeRow>()
  const { etat } = filters
  if (etat && isLetterType(etat)) query.whereIn('id', actesWithOpenLetter(etat))
  else if (etat) query.where('state', etat)
  if (filters.nature) query.where('natureCode', filters.nature)
  await narrowByWords(query, actesIndexed, filters.q)
  if (after) query.where('id', '<', after)
  const found = await query
  const page = found.slice(0, PAGE)
  const letters = await openLetters(page.map(({ id }) => id))
  const base = `/c/${tenant.slug}/actes`
  return {
    base,
    filters,
    rows: page.map((acte) => rowOf(acte, base, letters.get(acte.id)?.kind ?? null)),
    active: activeFilters(filters, base),
    next: found.length > PAGE ? `${base}?${queryOf(filters, page.at(-1)!.id)}` : null,
    first: after ? `${base}?${queryOf(filters)}` : null,
    states: STATES.map((value) => ({ value, label: labelOf(value) })),
  }
}

const STATES = [...waitingLetterTypes, ...ACTE_STATES]
const labelOf = (etat: ActeState | LetterType) =>
  isLetterType(etat) ? waitingLetter(etat).label : ACTE_STATE_WORDS[etat].label

function rowOf(acte: ActeRow, base: string, letter: LetterType | null) {
  return {
    href: `${base}/${acte.id}`,
    state: shownState(acte.state, letter),
    numero: acte.numero || 'sans numéro',
    objet: acte.objet || 'Sans objet',
    nature: (acte.nature_code && findNature(acte.nature_code)?.label) || 'À choisir',
    decidedOn: acte.decision_date,
  }
}

function readFilters(request: HttpContext['request']): Filters {
  const etat = request.input('etat')
  const nature = Number(request.input('nature'))
  return {
    q: String(request.input('q') ?? '')
      .trim()
      .slice(0, 100),
    etat: STATES.includes(etat) ? etat : '',
    nature: findNature(nature) ? nature : null,
  }
}

function activeFilters({ q, etat, nature }: Filters, base: string) {
  const without = (changes: Partial<Filters>) =>
    `${base}?${queryOf({ q, etat, nature, ...changes })}`
  return [
    q && { label: `« ${q} »`, href: without({ q: '' }) },
    etat && { label: labelOf(etat), href: without({ etat: '' }) },
    nature && { label: findNature(nature)!.label, href: without({ nature: null }) },
  ].filter(Boolean)
}

function queryOf({ q, etat, nature }: Filters, apres?: string): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (etat) query.set('etat', etat)
  if (nature) query.set('nature', String(nature))
  if (apres) query.set('apres', apres)
  return query.toString()
}
