import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import Project from '../models/project.js'
import { maySee } from '../policies/fiche_policy.js'
import { sheetAnswer, sheetSeenBy, sheetShape, toldSheet } from './sheet_resource.js'

const projectShape = vine.create({
  id: told.id(),
  title: told.text(),
  step: told.text(),
  firstYear: told.count(),
  lastYear: told.count(),
  isShown: told.flag(),
})

const read = { permission: 'territory.read', gestures: [] }

export const readingOperations: Operation[] = [
  {
    ...read,
    name: 'projects',
    call: 'GET /',
    title: 'Lister les projets de territoire',
    answer: { kind: 'list', of: 'Projet', shape: projectShape },
    async run() {
      const projects = await Project.query().orderBy('lastYear', 'desc').orderBy('id')
      const items = projects.map(({ id, title, state, firstYear, lastYear, public: isShown }) => {
        return { id, title, step: state, firstYear, lastYear, isShown }
      })
      return { items, next: null }
    },
  },
  {
    ...read,
    name: 'sheets',
    call: 'GET /projets/:project/fiches',
    title: 'Lister les fiches d’un projet, avec leurs indicateurs et leurs résultats',
    answer: { kind: 'list', of: 'Fiche', shape: sheetShape },
    async run({ params, ctx }) {
      const { axes } = await Project.getWhole(params.project)
      const fiches = axes.flatMap((axe) => axe.fiches).filter((fiche) => maySee(ctx, fiche))
      return { items: fiches.map(toldSheet), next: null }
    },
  },
  {
    ...read,
    name: 'sheet',
    call: 'GET /fiches/:fiche',
    title: 'Lire une fiche action',
    answer: sheetAnswer,
    run: async (call) => toldSheet(await sheetSeenBy(call)),
  },
]
