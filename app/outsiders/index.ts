/**
 * Everybody who is no agent: inhabitants, companies, associations. Stands beside `identity`: every
 * room may use it, it knows none.
 */
export { checkValue, matchPersons, type Checked, type Identity, type Verdict } from '#lib/outsiders'
export { identified, type Identified } from './doors/identified.js'
export type { Claims } from './doors/claims.js'
export { doorKind, doorOf, type Door } from './doors/door.js'
export { outsiderRoutes } from './doors/outsider_routes.js'
export { outsiderProgramRoutes } from './tokens/outsider_program_routes.js'
export { openPersonToken } from './tokens/person_token.js'
export { askBehind, behind, wallTrx } from './wall/wall.js'
export { walled, WalledModel } from './wall/walled_model.js'
export { asKnown, knows } from './people/acquaintance.js'
export type { SpaceLink } from './people/space.js'
export { meet } from './people/meet.js'
export {
  colleaguesBeside,
  emailsOf,
  establishmentsClaimedBy,
  establishmentsOf,
  findOrganisation,
  mayActFor,
  personOf,
  provenEmailOf,
  type ActsFor,
  type Colleague,
  type KnownOrganisation,
  type KnownPerson,
} from './facade.js'
export {
  attachmentHeld,
  contactPointChanged,
  personIdentified,
  personsMerged,
  personsParted,
} from './events.js'
