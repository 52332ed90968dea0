import { defineApi } from '#web/api/registry'
import { enteringOperations } from './entering_operations.js'
import { readingOperations } from './reading_operations.js'

const VIEW = 'a view is how a person finds her list again on her screen'
const WRITTEN =
  'a part of a sheet is a text that its pilot writes, beside what others wrote meanwhile'
const CONDUCTED = 'whoever conducts the project decides of its shape once, before its committee'
const ANSWERED = 'a person answers by name for what the inhabitants read, and no program'
const NAMED = 'a person is named, or written to, by a person who knows her'
const JUDGED = 'an evaluation is the judgement of people, arrested for good under their name'

defineApi({
  room: 'territory',
  path: '/territoire',
  label: 'Projet de territoire',
  scopes: {
    'territory.read': 'lire les projets, les fiches, leurs indicateurs et leurs résultats',
    'territory.contribute': 'dire où en est une action, enregistrer les valeurs de ses indicateurs',
  },
  operations: [...readingOperations, ...enteringOperations],
  onScreenOnly: {
    'territory.sheets.keep': VIEW,
    'territory.sheets.forget': VIEW,
    'territory.sheets.do': 'several sheets at once are chosen by eye; a program asks for each',
    'territory.parts.update': WRITTEN,
    'territory.indicators.store': CONDUCTED,
    'territory.indicators.update': CONDUCTED,
    'territory.indicators.destroy': CONDUCTED,
    'territory.projects.store': CONDUCTED,
    'territory.projects.update': CONDUCTED,
    'territory.transitions.store': CONDUCTED,
    'territory.checks.store': CONDUCTED,
    'territory.checks.destroy': CONDUCTED,
    'territory.axes.store': CONDUCTED,
    'territory.axes.update': CONDUCTED,
    'territory.axes.destroy': CONDUCTED,
    'territory.fiches.store': CONDUCTED,
    'territory.place.update': CONDUCTED,
    'territory.publication.update': ANSWERED,
    'territory.pilots.store': NAMED,
    'territory.pilots.destroy': NAMED,
    'territory.invitations.store': NAMED,
    'territory.evaluations.update': JUDGED,
    'territory.freezings.store': JUDGED,
    'territory.showings.store': ANSWERED,
    'territory.showings.destroy': ANSWERED,
    'territory.justifications.store': JUDGED,
    'territory.justifications.destroy': JUDGED,
    'territory.advice.store': JUDGED,
    'territory.advice.update': JUDGED,
  },
})
