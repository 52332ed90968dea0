import type { Role } from '#kernel/roles'

/**
 * What the operator decides once for a kind of member. Rooms read it in their `provision` hook:
 * the parapheur its desks and circuits, each room its own key of `settings`.
 */
export interface Blueprint {
  /** `commune`: also the name of its file in `tenants/blueprints`. */
  kind: string
  /** « Commune » on the screens. */
  label: string
  /** Nature of the @CTES protocol unless the member's own is told (31 commune, 44 EPCI…). */
  natureCode: string
  /** The rooms that open by default; the portal is always there. */
  services: string[]
  /** capability -> its default settings for this kind. */
  settings: Record<string, Record<string, unknown>>
  /** Who is expected to work there: what the console offers when it invites. */
  titles: TitleBlueprint[]
  parapheur: ParapheurBlueprint
}

export interface TitleBlueprint {
  title: string
  roles: Role[]
}

export interface ParapheurBlueprint {
  desks: DeskBlueprint[]
  circuits: CircuitBlueprint[]
  types: FolderTypeBlueprint[]
}

/** A desk is where folders wait; whoever bears one of its titles holds it (kept on each sync). */
export interface DeskBlueprint {
  key: string
  name: string
  titles: string[]
}

export interface CircuitBlueprint {
  key: string
  name: string
  steps: CircuitStepBlueprint[]
}

export interface CircuitStepBlueprint {
  action: 'visa' | 'signature' | 'seal'
  /** The key of a desk; a server seal waits for nobody and has none. */
  desk?: string
}

/** What one brings to the parapheur: « Délibération », and the circuit that it follows. */
export interface FolderTypeBlueprint {
  key: string
  name: string
  circuit: string
}
