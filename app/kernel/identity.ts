/** What other rooms may ask about people: who belongs here, and please invite somebody. */
export { invite, type Invited } from './identity/invitations/invite.js'
export { membersHere, type Member } from './identity/members.js'
export { membershipOf, workplacesOf, type Workplace } from './identity/memberships.js'
