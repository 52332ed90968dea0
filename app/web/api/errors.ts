import { DomainError, defineError } from '#lib/errors'

export const Unauthenticated = defineError(
  'E_TOKEN_REFUSED',
  'Ce jeton manque, n’est pas le bon, a expiré ou a été révoqué. Présentez un jeton valable dans l’en-tête Authorization.',
  401
)
export const MemberClosed = defineError(
  'E_MEMBER_SUSPENDED',
  'L’accès à cette collectivité est suspendu : ses données restent, rien ne s’ouvre.',
  403
)
export const ScopeMissing = defineError(
  'E_SCOPE_MISSING',
  'Ce jeton ne permet pas cela : il lui faut « %s », que les rôles de son compte doivent permettre aussi.',
  403
)
export const PreconditionMissing = defineError(
  'E_PRECONDITION_REQUIRED',
  'Dites quelle version vous remplacez : renvoyez dans If-Match l’ETag de votre dernière lecture.',
  428
)
export const PreconditionFailed = defineError(
  'E_PRECONDITION_FAILED',
  'Ceci a changé depuis votre lecture : relisez, puis recommencez avec le nouvel ETag.',
  412
)
export const KeyMalformed = defineError(
  'E_IDEMPOTENCY_KEY_MALFORMED',
  'Une clé Idempotency-Key a de 1 à 255 signes ASCII : un UUID convient bien.',
  400
)
export const KeyReused = defineError(
  'E_IDEMPOTENCY_KEY_REUSED',
  'Cette clé Idempotency-Key a déjà servi pour une autre demande : prenez-en une autre.'
)
export const KeyInUse = defineError(
  'E_IDEMPOTENCY_KEY_IN_USE',
  'Une demande avec la même clé Idempotency-Key est en cours : attendez sa réponse, puis recommencez.',
  409
)

/** Too many calls: the answer says when to come back. */
export class TooManyCalls extends defineError(
  'E_TOO_MANY_CALLS',
  'Ce jeton a servi trop souvent depuis une minute : attendez le délai que dit Retry-After.',
  429
) {
  constructor(readonly retryAfterSeconds: number) {
    super()
  }
}

export interface FieldFault {
  /** RFC 6901, from the body: `/annexes/0/typePJ`. */
  pointer?: string
  /** A parameter of the query. */
  parameter?: string
  detail: string
  code?: string
}

/** Everything that is wrong with what was sent, each at its place. */
export class FieldsRefused extends DomainError {
  constructor(readonly faults: FieldFault[]) {
    super(faults.length === 1 ? faults[0].detail : 'Plusieurs champs sont à corriger.', {
      code: 'E_FIELDS_REFUSED',
      status: 422,
    })
  }
}
