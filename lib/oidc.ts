/** What a provider of identities answers, judged: levels of guarantee, civil status, failures. */
export { isHighEnough } from './oidc/acr.js'
export { faultOf } from './oidc/fault_of.js'
export { SIGN_IN_FAULTS, wordsOfFault, type SignInFault } from './oidc/faults.js'
export { isSubject, readIdentity, type ProvenIdentity, type Unread } from './oidc/identity.js'
export { ownPath } from './oidc/own_path.js'
export { unlikeAgreed, type Agreed, type Published } from './oidc/unlike_agreed.js'
