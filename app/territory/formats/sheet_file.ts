import { LocalDate } from '#lib/values'
import type { CarbonImpact } from '../rules/carbon_impact.js'
import type { Cost } from '../rules/cost.js'
import { parseEcheance } from '../rules/echeance.js'
import { plannedEtape } from '../rules/etape.js'
import type { Sheet, Recurrence } from '../rules/sheet.js'
import { FICHE_SECTIONS, type FicheSections, isSectionCode } from '../rules/fiche_sections.js'
import { isFicheStatut } from '../rules/fiche_statut.js'
import { type IndicatorFile, parseIndicatorFile } from './indicator_file.js'

/** An action sheet as reviewed text: `tenants/<territory>/territory/*.json`. */
export interface SheetFile {
  origine: { document: string; source: string }
  titre: string
  statut: string | null
  publication?: { publiee: string; modifiee: string; auteur: string; lieu: string }
  echeance?: { quand: string; quoi: string }
  couts?: (Cost & { mention: string })[]
  impact_carbone?: CarbonImpact
  sections: Record<string, string[]>
  etapes: string[]
  recurrence?: { texte: string[]; cycle: Recurrence['cycle'] }
  indicateurs_note?: string
  indicateurs: IndicatorFile[]
}

/** What a file cannot know: its place in the plan, and who pilots it here. */
export type SheetDraft = Omit<Sheet, 'id' | 'number' | 'pilots' | 'statut'> & {
  statut: Sheet['statut'] | null
}

/** Reads a sheet; throws RangeError naming the field when the reviewed text is wrong. */
export function parseSheetFile(file: SheetFile): SheetDraft {
  return {
    title: file.titre,
    statut: file.statut === null ? null : statutOf(file.statut),
    origin: file.origine.document,
    echeance: file.echeance ? echeanceOf(file.echeance) : null,
    costs: (file.couts ?? []).map(({ label, currency, min, max, per }) => {
      return { label, currency, min, max, per }
    }),
    carbon: file.impact_carbone ?? { state: 'non_mesure' },
    sections: sectionsOf(file.sections),
    funding: [],
    etapes: file.etapes.map(plannedEtape),
    recurrence: file.recurrence
      ? { text: file.recurrence.texte.join('\n'), cycle: file.recurrence.cycle }
      : null,
    indicatorsNote: file.indicateurs_note ?? null,
    indicators: file.indicateurs.map(parseIndicatorFile),
    publication: file.publication ? publicationOf(file.publication) : null,
  }
}

function statutOf(code: string): Sheet['statut'] {
  if (isFicheStatut(code)) return code
  throw new RangeError(`Unknown statut « ${code} »`)
}

function echeanceOf({ quand, quoi }: { quand: string; quoi: string }): Sheet['echeance'] {
  const echeance = parseEcheance(quand)
  if (!echeance) throw new RangeError(`Unreadable echeance « ${quand} »`)
  return { ...echeance, about: quoi }
}

function sectionsOf(written: Record<string, string[]>): FicheSections {
  const sections: FicheSections = {}
  for (const [code, items] of Object.entries(written)) {
    if (!isSectionCode(code)) throw new RangeError(`Unknown section « ${code} »`)
    sections[code] = items.join(FICHE_SECTIONS[code].shape === 'list' ? '\n' : '\n\n')
  }
  return sections
}

function publicationOf(written: NonNullable<SheetFile['publication']>): Sheet['publication'] {
  return {
    publishedOn: String(LocalDate.parse(written.publiee)),
    editedOn: String(LocalDate.parse(written.modifiee)),
    author: written.auteur,
    place: written.lieu,
  }
}
