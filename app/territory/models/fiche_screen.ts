import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { LocalDate } from '#kernel/values'
import { sheetPage } from '../formats/sheet_page.js'
import { mayEdit } from '../policies/fiche_policy.js'
import { FICHE_SECTIONS, isSectionCode } from '../rules/fiche_sections.js'
import { FICHE_STATUTS, type FicheStatut, isFicheStatut, isOnTime } from '../rules/fiche_statut.js'
import { nextForSheet } from '../rules/next_for_sheet.js'
import type Fiche from './fiche.js'
import FicheRevision from './fiche_revision.js'
import { colleagues, namesOf } from './people.js'
import { completenessOf } from './project_facts.js'
import { silentIndicators } from './value_tasks.js'

/** All that the page of a sheet shows to one person. */
export async function ficheScreen(fiche: Fiche, person: HttpContext) {
  const names = await namesOf(fiche.pilots.map((pilot) => pilot.userId))
  const today = clock.today()
  const leads = person.allows('territory.lead')
  const lastYear = today.year - 1
  return {
    fiche,
    page: sheetPage(fiche.toSheet(names), today.year),
    edits: mayEdit(person, fiche),
    leads,
    lastYear,
    next: nextForSheet({
      completeness: completenessOf(fiche),
      silentIndicators: silentIndicators(fiche, lastYear),
      lastYear,
      onTime: onTime(fiche, today),
    }),
    pilots: fiche.pilots.map(({ userId }) => ({ userId, name: names.get(userId) ?? '' })),
    colleagues: leads ? await colleagues() : [],
    statuts: Object.entries(FICHE_STATUTS).map(([value, { label }]) => ({ value, label })),
    thread: await threadOf(fiche),
  }
}

/** An action that comes back every year has no end to be late for. */
function onTime(fiche: Fiche, today: LocalDate): boolean {
  if (fiche.recurrence || !fiche.echeance) return true
  return isOnTime(fiche.statut, LocalDate.parse(fiche.echeance.due), today)
}

const THREAD_LENGTH = 30

async function threadOf(fiche: Fiche) {
  const revisions = await FicheRevision.query()
    .where('ficheId', fiche.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(THREAD_LENGTH)
  const names = await namesOf(revisions.map((revision) => revision.actorId))
  return revisions.map(({ field, before, at, actorId }) => ({
    what: `${fieldName(field)}\u202f: ${before === null ? 'renseigné' : 'modifié'}`,
    at,
    by: names.get(actorId ?? '') ?? '',
    note: before ? `Avant\u202f: ${excerpt(valueName(field, before))}` : null,
  }))
}

function fieldName(field: string): string {
  if (isSectionCode(field)) return FICHE_SECTIONS[field].title
  if (field === 'statut') return 'Statut'
  if (field === 'public') return 'Page publique'
  return field.charAt(0).toUpperCase() + field.slice(1)
}

function valueName(field: string, value: string): string {
  if (field === 'statut' && isFicheStatut(value)) return FICHE_STATUTS[value as FicheStatut].label
  if (field === 'public') return value === 'true' ? 'visible' : 'non visible'
  return value
}

function excerpt(text: string): string {
  return text.length > 220 ? `${text.slice(0, 220).trimEnd()}…` : text
}
