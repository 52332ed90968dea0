import type { Role } from '#kernel/roles'

/** What rooms want to be told of a kind of member, each under its own name, by merging this. */
export interface BlueprintSections {}

/** What the operator decides once for a kind of member; rooms read it in their `provision`. */
export interface Blueprint extends BlueprintSections {
  /** `commune`: also the name of its file in `tenants/blueprints`. */
  kind: string
  /** « Commune » on the screens. */
  label: string
  /** Nature of the @CTES protocol unless the member's own is told (31 commune, 44 EPCI…). */
  natureCode: string
  /** The rooms that do not open by default for this kind, though they offer themselves to it. */
  without?: string[]
  /** room -> what differs from its default settings for this kind. */
  settings: Record<string, Record<string, unknown>>
  /** Who is expected to work there: what the console offers when it invites. */
  titles: TitleBlueprint[]
}

export interface TitleBlueprint {
  title: string
  roles: Role[]
}
