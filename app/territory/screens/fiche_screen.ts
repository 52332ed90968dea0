import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { people } from '#kernel/people'
import {
  sharedPilots,
  sharedPlace,
  sharedStatut,
  sharedVisibility,
  shownIn,
} from '../forms/shared_forms.js'
import { sheetContents } from '../formats/sheet_contents.js'
import { sheetPage } from '../formats/sheet_page.js'
import { mayEdit } from '../policies/fiche_policy.js'
import { FICHE_STATUTS } from '../rules/fiche_statut.js'
import { nextQuestion } from '../rules/walk.js'
import { nextForSheet } from '../rules/next_for_sheet.js'
import type Fiche from '../models/fiche.js'
import Axe from '../models/axe.js'
import Project from '../models/project.js'
import { yearToAsk } from '../rules/years.js'
import { onTime } from '../models/on_time.js'
import { colleagues } from '../models/people.js'
import { completenessOf } from '../models/project_facts.js'
import { silentIndicators } from '../models/value_tasks.js'
import { SAID_DATES } from './said_dates_screen.js'
import { ficheHistory } from './fiche_history_screen.js'

/** All that the page of a sheet shows to one person. */
export async function ficheScreen(fiche: Fiche, person: HttpContext) {
  const names = await people.names(fiche.pilots.map((pilot) => pilot.userId))
  const today = clock.today()
  const leads = person.allows('territory.lead')
  const axes = leads ? await Axe.query().where('projectId', fiche.projectId).orderBy('number') : []
  const lastYear = yearToAsk(await Project.get(fiche.projectId), today.year)
  const page = sheetPage(fiche.toSheet(names), today, SAID_DATES)
  const edits = mayEdit(person, fiche)
  return {
    fiche,
    page,
    contents: sheetContents(page, edits),
    edits,
    // Where the questions that the sheet leaves open begin
    walk: edits ? nextQuestion(fiche.content) : null,
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
    axes: axes.map(({ id, number, title }) => ({ value: id, label: `Axe ${number}. ${title}` })),
    shared: {
      statut: shownIn(sharedStatut(fiche)),
      place: shownIn(sharedPlace(fiche, axes)),
      pilots: shownIn(sharedPilots(fiche.id, [...names.values()])),
      visibility: shownIn(sharedVisibility(fiche)),
    },
    statuts: Object.entries(FICHE_STATUTS).map(([value, { label }]) => ({ value, label })),
    thread: await threadOf(fiche),
  }
}

/** The last moves: the whole history has its page. */
const THREAD_LENGTH = 4

async function threadOf(fiche: Fiche) {
  const { entries } = await ficheHistory(fiche, THREAD_LENGTH)
  return entries.map(({ what, at, by, before }) => {
    return { what, at, by, note: before && `Avant\u202f: ${excerpt(before)}` }
  })
}

function excerpt(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120).trimEnd()}…` : text
}
