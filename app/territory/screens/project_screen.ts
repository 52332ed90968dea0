import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { sharedAdvice, sharedAxe, sharedCheck, shownIn } from '../forms/shared_forms.js'
import { projectBoard } from '../formats/project_board.js'
import { statutState } from '../formats/sheet_page.js'
import { planProgress } from '../rules/fiche_statut.js'
import { findingsBefore } from '../rules/project_guards.js'
import type { Finding } from '../rules/finding.js'
import {
  EVENT_LABELS,
  PROJECT_STEPS,
  type ProjectEvent,
  type ProjectStep,
  STEP_LABELS,
  eventsFrom,
} from '../rules/project_steps.js'
import { CHECKLISTS } from '../rules/step_checklist.js'
import { maySee, mayEdit } from '../policies/fiche_policy.js'
import { pilotNames } from '../models/people.js'
import type Project from '../models/project.js'
import { completenessOf, factsOf } from '../models/project_facts.js'
import Recommendation, { RECOMMENDATION_STATES } from '../models/recommendation.js'
import { yearToAsk } from '../rules/years.js'
import { boardSheets } from '../models/board_sheets.js'
import { SAID_DATES } from './said_dates_screen.js'
import { yearsOf, adviceYears } from './project_years_screen.js'
import { threadOf } from './project_thread_screen.js'

/** All that the page of a project shows to one person. */
export async function projectScreen(project: Project, person: HttpContext) {
  const facts = await factsOf(project)
  const names = await pilotNames(project)
  const [next, ...others] = eventsFrom(project.state)
  const today = clock.today()
  const shown = project.axes.map((axe) => ({
    id: axe.id,
    number: axe.number,
    title: axe.title,
    shared: shownIn(sharedAxe(axe)),
    fiches: axe.fiches
      .filter((fiche) => maySee(person, fiche))
      .map((fiche) => ({
        id: fiche.id,
        number: `${axe.number}.${fiche.number}`,
        title: fiche.title,
        state: statutState(fiche.statut),
        pilots: fiche.pilots.flatMap(({ userId }) => names.get(userId) ?? []).join(', '),
        complete: Math.round(completenessOf(fiche).ratio * 100),
        shown: fiche.public,
        mine: mayEdit(person, fiche),
      })),
  }))
  return {
    project,
    leads: person.allows('territory.lead'),
    step: STEP_LABELS[project.state],
    road: roadOf(project.state),
    next: next && {
      event: next,
      label: EVENT_LABELS[next],
      findings: findingsBefore(next, facts).filter(
        // A sheet is named only to those who may read all of them.
        ({ code }) => code !== 'fiche' || person.allows('territory.read_all')
      ),
    },
    otherEvents: others.map((event) => otherEvent(event, findingsBefore(event, facts))),
    checklist: CHECKLISTS[project.state].map((item) => {
      const check = project.checks.find(({ code }) => code === item.code) ?? null
      const shared = shownIn(sharedCheck(project.id, item.code, check))
      return {
        ...item,
        shared,
        doneOn: check?.doneOn.toISODate() ?? null,
        note: check?.note ?? null,
      }
    }),
    today: String(today),
    axes: shown,
    board: projectBoard(
      project.axes.flatMap((axe) => boardSheets(axe, today, (fiche) => maySee(person, fiche))),
      yearToAsk(project, today.year),
      SAID_DATES
    ),
    progress: planProgress(project.axes.flatMap((axe) => axe.fiches.map((it) => it.statut))),
    years: person.allows('territory.read_all') ? await yearsOf(project) : [],
    recommendations: await recommendationsOf(project),
    adviceYears: adviceYears(project),
    states: Object.entries(RECOMMENDATION_STATES).map(([value, { label }]) => ({ value, label })),
    thread: await threadOf(project),
  }
}

function otherEvent(event: ProjectEvent, findings: Finding[]) {
  return { event, label: EVENT_LABELS[event], blocked: findings.some((it) => it.level === 'block') }
}

/** The seven states as a road: behind, here, ahead. */
function roadOf(current: ProjectStep) {
  const steps = Object.keys(PROJECT_STEPS) as ProjectStep[]
  const here = steps.indexOf(current)
  return steps.map((step, index) => ({
    label: STEP_LABELS[step],
    current: index === here,
    meaning: index < here ? 'done' : index === here ? 'doing' : undefined,
  }))
}

async function recommendationsOf(project: Project) {
  const rows = await Recommendation.query().where('projectId', project.id).orderBy('dueOn')
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    addressee: row.addressee,
    dueOn: row.dueOn?.toISODate() ?? null,
    current: row.state,
    shared: shownIn(sharedAdvice(row)),
    state: RECOMMENDATION_STATES[row.state],
  }))
}
