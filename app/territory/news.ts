import { defineNews, type Reader, type Told } from '#web/news'
import type { JournalEntry } from '#lib/proof'
import Fiche from './models/fiche.js'
import Project from './models/project.js'
import { maySee } from './policies/fiche_policy.js'

/** Each sentence ends with the article of what follows: « une fiche action », « le projet ». */
const ON_A_FICHE: Record<string, string> = {
  'territory.fiche_created': 'a créé une',
  'territory.fiche_changed': 'a modifié une',
  'territory.values_entered': 'a saisi les valeurs d’une',
  'territory.indicator_defined': 'a ajouté un indicateur à une',
  'territory.indicator_redefined': 'a modifié un indicateur d’une',
  'territory.indicator_dropped': 'a retiré un indicateur d’une',
  'territory.pilot_named': 'a désigné qui pilote une',
}

const ON_A_PROJECT: Record<string, string> = {
  'territory.project_created': 'a créé le',
  'territory.project_changed': 'a changé les réglages du',
  'territory.axe_added': 'a ajouté un axe au',
  'territory.axe_changed': 'a modifié un axe du',
  'territory.axe_removed': 'a retiré un axe du',
  'territory.project_launch': 'a lancé le',
  'territory.project_diagnose': 'a ouvert le diagnostic du',
  'territory.project_formalise': 'a ouvert le programme d’actions du',
  'territory.project_implement': 'a mis en œuvre le',
  'territory.project_evaluate': 'a ouvert l’évaluation du',
  'territory.project_renew': 'a engagé une nouvelle année du',
  'territory.project_close': 'a clos le',
  'territory.project_reopen': 'a rouvert une étape du',
  'territory.advice_given': 'a inscrit une recommandation pour le',
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
    const base = `/c/${reader.tenant.slug}/projet`
    const told = new Map<string, Omit<Told, 'did'>>()
    for (const { id, title: note } of await fichesSeenBy(reader, idsOf(entries, 'fiche'))) {
      told.set(id, { title: 'fiche action', note, url: `${base}/fiches/${id}` })
    }
    const projectIds = idsOf(entries, 'project')
    for (const { id, title: note } of projectIds.length
      ? await Project.query().whereIn('id', projectIds)
      : []) {
      told.set(id, { title: 'projet', note, url: `${base}/projets/${id}` })
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
