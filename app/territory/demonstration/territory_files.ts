import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SheetDraft, type SheetFile, parseSheetFile } from '../formats/sheet_file.js'

/** `projet.json`: the project, what was done at each step, its axes and their sheets. */
export interface ProjectFile {
  slug: string
  titre: string
  presentation: string[]
  premiere_annee: number
  derniere_annee: number
  elu_referent: string
  commission: string
  quotite: number
  duree_mois: number
  communes: string[]
  faits: { code: string; le: string; note: string }[]
  axes: { numero: number; titre: string; fiches: string[] }[]
  fiches: Record<string, { statut?: string; pilote: string; publique: boolean }>
}

/** `demonstration.json`: invented values, said to be so wherever they show. */
export interface DemonstrationFile {
  source: string
  fiche: string
  valeurs: Record<string, Record<string, number>>
  evaluation: { annee: number; forces: string[]; faiblesses: string[] }
  recommandations: { texte: string; destinataire: string; echeance: string }[]
}

export const projectFile = (folder: string) => read<ProjectFile>(folder, 'projet')
export const demonstrationFile = (folder: string) =>
  read<DemonstrationFile>(folder, 'demonstration')

/** A reviewed sheet; throws RangeError naming what is wrong in it. */
export function sheetDraft(folder: string, name: string): SheetDraft {
  return parseSheetFile(read<SheetFile>(folder, name))
}

function read<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T
}
