/** What other rooms may ask about people: who belongs here, and please invite somebody. */
export { invite, type Invited } from './invitations/invite.js'
export { membersIndexed } from './indexed.js'
export { membersHere, type Member } from '#kernel/people/members'
export { membershipOf, workplacesOf, type Workplace } from '#kernel/people/memberships'
export { hasAnyFactor } from './factors/factors_of.js'
export { tellFactors } from './jobs/tell_factors_changed.js'
export { onLeaving } from './login/leaving.js'
export { offerWays } from './login/other_ways.js'
export { openToken, openTokensOf } from './tokens/open_token.js'
export { openSession } from './login/open_session.js'
export { beginSecondStep } from './login/second_step.js'
export { attemptProvider, providerSucceeded } from './login/throttle.js'
export { confirmPassword } from './passwords/change.js'
export { sealedTotp } from './factors/totp.js'
export { rotateSecondFactors } from './factors/rotation.js'
/** What the door of people outside is made of: the same parts as that of the agents. */
export { drawCode, grouped, plainCode } from './factors/codes.js'
export { digest, newSecret } from './secrets.js'
export { moment } from './moment.js'
export { checkPassword } from './login/check_password.js'
export { knownDevice, rememberDevice } from './login/known_device.js'
export {
  attemptOutside,
  attemptPasskey,
  countLetter,
  countOpening,
  countTry,
} from './login/throttle.js'
export { passwordFault } from './passwords/rule.js'
export { PasskeyRefused, TooManyAttempts, LinkExpired, WeakPassword } from './errors.js'
export { answerOfKey, askForKey } from './factors/passkey_challenge.js'
export { verifyPasskey } from './factors/passkey_login.js'
export { madeKey, optionsFor } from './factors/passkey_registration.js'
export { nameSession } from './sessions/outsiders.js'
export { closeSession, closeSessionsOf, sessionsOf } from './sessions/sessions.js'
