import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { people } from '#kernel/people'
import { tenancy } from '#kernel/tenancy'
import { sharedAdvice, sharedAxe, shownIn } from '../forms/shared_forms.js'
import { evaluationTitle } from '../formats/evaluation_report.js'
import { statutState } from '../formats/sheet_page.js'
import { type EvaluationKey, evaluationPath } from '../rules/evaluation_key.js'
import { planProgress } from '../rules/fiche_statut.js'
import { type Finding, findingsBefore } from '../rules/project_guards.js'
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
import Evaluation from '../models/evaluation.js'
import { EVALUATION_STATES } from '../models/evaluation_lifecycle.js'
import { pilotNames } from '../models/people.js'
import type Project from '../models/project.js'
import { completenessOf, factsOf } from '../models/project_facts.js'
import Recommendation, { RECOMMENDATION_STATES } from '../models/recommendation.js'

/** All that the page of a project shows to one person. */
export async function projectScreen(project: Project, person: HttpContext) {
  const facts = await factsOf(project)
  const names = await pilotNames(project)
  const [next, ...others] = eventsFrom(project.state)
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
      const check = project.checks.find(({ code }) => code === item.code)
      return { ...item, doneOn: check?.doneOn.toISODate() ?? null, note: check?.note ?? null }
    }),
    today: String(clock.today()),
    axes: shown,
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

/** The evaluation of each year that has begun, the last one first, and of the mandate at its end. */
async function yearsOf(project: Project) {
  const evaluations = await Evaluation.query().where('projectId', project.id)
  const last = Math.min(clock.today().year, project.lastYear)
  const length = last - project.firstYear + 1
  const keys = Array.from({ length }, (_, index): EvaluationKey => {
    return { year: last - index, scope: 'annual' }
  })
  if (last === project.lastYear) keys.unshift({ year: last, scope: 'final' })
  return keys.map((key) => {
    const known = evaluations.find((it) => it.year === key.year && it.scope === key.scope)
    return {
      path: evaluationPath(key),
      title: evaluationTitle(key),
      state: known ? EVALUATION_STATES[known.state] : null,
      printed: known !== undefined && known.state !== 'justified',
    }
  })
}

/** The years that an advice may come from, the last finished one first. */
function adviceYears({ firstYear, lastYear }: Project) {
  const now = clock.today().year
  const begun = Array.from(
    { length: Math.max(1, Math.min(now, lastYear) - firstYear + 1) },
    (_, index) => firstYear + index
  )
  const finished = begun.filter((year) => year < now).reverse()
  const order = [...finished, ...begun.filter((year) => year >= now)]
  return order.map((year) => ({ value: String(year), label: String(year) }))
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

async function threadOf(project: Project) {
  const rows = await tenancy
    .trx()
    .from('territory.project_transitions')
    .where({ tenant_id: tenancy.tenantId(), project_id: project.id })
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
  const names = await people.names(rows.map((row) => row.actor_id))
  return rows.map((row) => ({
    what: `${row.event === 'reopen' ? 'Étape rouverte' : 'Étape franchie'}\u202f: ${STEP_LABELS[row.to_state as ProjectStep]}`,
    at: row.at,
    by: names.get(row.actor_id) ?? (row.actor_kind === 'system' ? 'La plateforme' : ''),
    note: row.reason,
    meaning: row.event === 'reopen' ? 'trouble' : 'done',
  }))
}
