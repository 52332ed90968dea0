import { defineNews, type Reader, type Told } from '#kernel/news'
import type { JournalEntry } from '#kernel/proof'
import Fiche from './models/fiche.js'
import Project from './models/project.js'
import { maySee } from './policies/fiche_policy.js'

const ON_A_FICHE: Record<string, string> = {
  'territory.fiche_created': 'a créé',
  'territory.fiche_changed': 'a modifié',
  'territory.values_entered': 'a saisi les valeurs de',
  'territory.indicator_defined': 'a ajouté un indicateur à',
  'territory.pilot_named': 'a désigné qui pilote',
}

const ON_A_PROJECT: Record<string, string> = {
  'territory.project_launch': 'a lancé',
  'territory.project_diagnose': 'a ouvert le diagnostic de',
  'territory.project_formalise': 'a ouvert le programme d’actions de',
  'territory.project_implement': 'a mis en œuvre',
  'territory.project_evaluate': 'a ouvert l’évaluation de',
  'territory.project_renew': 'a engagé une nouvelle année de',
  'territory.project_close': 'a clos',
  'territory.project_reopen': 'a rouvert une étape de',
  'territory.advice_given': 'a inscrit une recommandation pour',
}

const idsOf = (entries: JournalEntry[], type: string) => [
  ...new Set(
    entries.filter(({ subject }) => subject.type === type).map(({ subject }) => subject.id)
  ),
]

/** The sheets that this reader may see: a contributor hears of the shown ones and of her own. */
async function fichesSeenBy(reader: Reader, ids: string[]) {
  if (ids.length === 0) return []
  const fiches = await Fiche.query().whereIn('id', ids).preload('pilots')
  return fiches.filter((fiche) => maySee(reader, fiche))
}

defineNews({
  capability: 'territory',
  permission: 'territory.read',
  types: [...Object.keys(ON_A_FICHE), ...Object.keys(ON_A_PROJECT)],
  async tell(entries, reader) {
    const base = `/c/${reader.tenant.slug}/territory`
    const told = new Map<string, Omit<Told, 'did'>>()
    for (const { id, title: note } of await fichesSeenBy(reader, idsOf(entries, 'fiche'))) {
      told.set(id, { title: 'une fiche action', note, url: `${base}/fiches/${id}` })
    }
    const projectIds = idsOf(entries, 'project')
    for (const { id, title: note } of projectIds.length
      ? await Project.query().whereIn('id', projectIds)
      : []) {
      told.set(id, { title: 'le projet', note, url: `${base}/projets/${id}` })
    }
    return new Map(
      entries.flatMap(({ position, type, subject }): [number, Told][] => {
        const thing = told.get(subject.id)
        const did = ON_A_FICHE[type] ?? ON_A_PROJECT[type]
        return thing ? [[position, { ...thing, did }]] : []
      })
    )
  },
})
