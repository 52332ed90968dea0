import type { CycleStep } from './annual_cycle.js'
import type { CarbonImpact } from './carbon_impact.js'
import type { Cost } from './cost.js'
import type { Echeance } from './echeance.js'
import type { Etape } from './etape.js'
import type { FicheSections } from './fiche_sections.js'
import type { FicheStatut } from './fiche_statut.js'
import type { Funding } from './funding.js'
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

/** All that is written on a sheet itself: what the parts of its form read and change. */
export interface SheetContent {
  title: string
  /** Name of the document that the sheet was entered from. */
  origin: string | null
  echeance: (Echeance & { about: string }) | null
  costs: Cost[]
  funding: Funding[]
  carbon: CarbonImpact
  sections: FicheSections
  etapes: Etape[]
  recurrence: Recurrence | null
  indicatorsNote: string | null
  publication: Publication | null
}

/** One action sheet as screens, plots and PDFs read it, free of the database. */
export interface Sheet extends SheetContent {
  id: string
  number: string
  statut: FicheStatut
  pilots: string[]
  indicators: Indicator[]
}
