import type { News, Told } from '#web/news'
import Folder from './models/folder.js'
import type { StepKind } from './rules/circuit_definition.js'

const ACCOMPLISHED: Record<StepKind, string> = {
  visa: 'dossier visé',
  signature: 'dossier signé',
  seal: 'cachet apposé sur le dossier',
}

const TAKEN_BACK: Record<StepKind, string> = {
  visa: 'visa retiré',
  signature: 'signature retirée',
  seal: 'cachet retiré',
}

const didOf = (type: string, kind: StepKind) =>
  ({
    'parapheur.step_accomplish': ACCOMPLISHED[kind],
    'parapheur.step_refuse': 'dossier refusé',
    'parapheur.step_recall': TAKEN_BACK[kind],
  })[type]!

/** The gestures of the circuit; what a folder is for is told by the room that it comes from. */
export const news: News = {
  permission: 'parapheur.read',
  types: ['parapheur.step_accomplish', 'parapheur.step_refuse', 'parapheur.step_recall'],
  async tell(entries, { tenant }) {
    const ids = [...new Set(entries.map(({ data }) => String(data.folderId)))]
    const folders = new Map((await Folder.query().whereIn('id', ids)).map((one) => [one.id, one]))
    return new Map(
      entries.flatMap(({ position, type, data }): [number, Told][] => {
        const folder = folders.get(String(data.folderId))
        if (!folder) return []
        const did = didOf(type, data.kind as StepKind)
        const url = `/c/${tenant.slug}/parapheur/dossiers/${folder.id}`
        return [[position, { did, title: folder.title, url }]]
      })
    )
  },
}
