import type { CycleStep } from './annual_cycle.js'
import type { CarbonImpact } from './carbon_impact.js'
import type { Cost } from './cost.js'
import type { Echeance } from './echeance.js'
import type { FicheSections } from './fiche_sections.js'
import type { FicheStatut } from './fiche_statut.js'
import type { Indicator } from './indicator.js'

/** Where the sheet was first published, and by whom: shown at its foot. */
export interface Publication {
  publishedOn: string
  editedOn: string
  author: string
  place: string
}

/** An action that comes back every year: its words, and the months of its steps. */
export interface Recurrence {
  text: string
  cycle: CycleStep[]
}

/** One action sheet as screens, plots and PDFs read it, free of the database. */
export interface Sheet {
  id: string
  number: string
  title: string
  statut: FicheStatut
  pilots: string[]
  /** Name of the document that the sheet was entered from. */
  origin: string | null
  echeance: (Echeance & { about: string }) | null
  costs: Cost[]
  carbon: CarbonImpact
  sections: FicheSections
  etapes: string[]
  recurrence: Recurrence | null
  indicatorsNote: string | null
  indicators: Indicator[]
  publication: Publication | null
}
