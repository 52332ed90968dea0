/** What other rooms may ask about people: who belongs here, and please invite somebody. */
export { invite, type Invited } from './invitations/invite.js'
export { membersHere, type Member } from '#kernel/people/members'
export { membershipOf, workplacesOf, type Workplace } from '#kernel/people/memberships'
export { sealedTotp } from './factors/totp.js'
export { rotateSecondFactors } from './factors/rotation.js'
