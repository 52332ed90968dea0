import type { News, Reader, Told } from '#web/news'
import type { JournalEntry } from '#lib/proof'
import Fiche from './models/fiche.js'
import Project from './models/project.js'
import { maySee } from './policies/fiche_policy.js'

const ON_A_FICHE: Record<string, string> = {
  'territory.fiche_created': 'fiche action créée',
  'territory.fiche_changed': 'fiche action modifiée',
  'territory.values_entered': 'valeurs saisies',
  'territory.indicator_defined': 'indicateur ajouté',
  'territory.indicator_redefined': 'indicateur modifié',
  'territory.indicator_dropped': 'indicateur retiré',
  'territory.pilot_named': 'pilote désigné',
}

const ON_A_PROJECT: Record<string, string> = {
  'territory.project_created': 'projet créé',
  'territory.project_changed': 'réglages du projet changés',
  'territory.axe_added': 'axe ajouté',
  'territory.axe_changed': 'axe modifié',
  'territory.axe_removed': 'axe retiré',
  'territory.project_launch': 'projet lancé',
  'territory.project_diagnose': 'diagnostic ouvert',
  'territory.project_formalise': 'programme d’actions ouvert',
  'territory.project_implement': 'mise en œuvre commencée',
  'territory.project_evaluate': 'évaluation ouverte',
  'territory.project_renew': 'nouvelle année engagée',
  'territory.project_close': 'projet clos',
  'territory.project_reopen': 'étape rouverte',
  'territory.advice_given': 'recommandation inscrite',
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

export const news: News = {
  permission: 'territory.read',
  types: [...Object.keys(ON_A_FICHE), ...Object.keys(ON_A_PROJECT)],
  async tell(entries, reader) {
    const base = `/c/${reader.tenant.slug}/projet`
    const told = new Map<string, Omit<Told, 'did'>>()
    for (const { id, title } of await fichesSeenBy(reader, idsOf(entries, 'fiche'))) {
      told.set(id, { title, url: `${base}/fiches/${id}` })
    }
    const projectIds = idsOf(entries, 'project')
    for (const { id, title } of projectIds.length
      ? await Project.query().whereIn('id', projectIds)
      : []) {
      told.set(id, { title, url: `${base}/projets/${id}` })
    }
    return new Map(
      entries.flatMap(({ position, type, subject }): [number, Told][] => {
        const thing = told.get(subject.id)
        const did = ON_A_FICHE[type] ?? ON_A_PROJECT[type]
        return thing ? [[position, { ...thing, did }]] : []
      })
    )
  },
}
