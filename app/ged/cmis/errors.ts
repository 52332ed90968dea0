import { DomainError } from '#lib/errors'

/** The names that CMIS gives to what is refused, and the status of each (CMIS 1.1 §5.2.10.1). */
const STATUS = {
  invalidArgument: 400,
  notSupported: 405,
  objectNotFound: 404,
  permissionDenied: 403,
  unauthorized: 401,
  constraint: 409,
  nameConstraintViolation: 409,
  updateConflict: 409,
  versioning: 409,
  storage: 507,
  runtime: 500,
} as const

export type CmisException = keyof typeof STATUS

/** What CMIS answers when it does not do what it is asked. */
export class CmisRefusal extends Error {
  readonly status: number

  constructor(
    readonly exception: CmisException,
    sentence: string,
    status?: number
  ) {
    super(sentence)
    this.status = status ?? STATUS[exception]
  }
}

const refusal = (exception: CmisException, sentence: string) => () =>
  new CmisRefusal(exception, sentence)

export const NoSuchObject = refusal(
  'objectNotFound',
  'Il n’y a rien à cette adresse, ou rien qui vous soit ouvert.'
)
export const NotYours = refusal('permissionDenied', 'Vos droits ici ne le permettent pas.')
export const NotDone = refusal('notSupported', 'Cette opération n’est pas offerte.')
export const NoPassword = refusal(
  'unauthorized',
  'Donnez votre adresse et un mot de passe d’application.'
)
export const WorkedOn = refusal('updateConflict', 'Quelqu’un d’autre y travaille en ce moment.')
export const Changed = refusal('updateConflict', 'Cela a changé depuis que vous l’avez lu.')
export const NoContent = refusal('constraint', 'Un document se dépose avec son fichier.')
export const NotCheckedOut = refusal('versioning', 'Vous n’avez pas réservé ce document.')
export const RootRefused = refusal('constraint', 'La racine d’un espace ne se change pas.')

export const Unclear = (sentence: string) => new CmisRefusal('invalidArgument', sentence)

/** Our refusals by what CMIS calls them; what is not here is a constraint. */
const OURS: Record<string, CmisException> = {
  E_GED_NAME: 'nameConstraintViolation',
  E_GED_NAME_TAKEN: 'nameConstraintViolation',
  E_GED_MISSING: 'objectNotFound',
  E_GED_SPACE_MISSING: 'objectNotFound',
  E_GED_NOT_ALLOWED: 'permissionDenied',
  E_GED_TYPE_UNKNOWN: 'invalidArgument',
  E_GED_DATE: 'invalidArgument',
  E_GED_FIELD: 'invalidArgument',
  E_DOCUMENT_QUOTA: 'storage',
}
/** Told as they are: a client waits, or sends less. */
const AS_THEY_ARE = new Set([413, 429])

/** How a fault is told to a client: a name of CMIS, a status, a sentence; null when it is ours. */
export function refusalOf(error: Error): CmisRefusal | null {
  if (error instanceof CmisRefusal) return error
  if (!(error instanceof DomainError)) return null
  const exception = OURS[error.code] ?? (error.status >= 500 ? 'runtime' : 'constraint')
  const status = AS_THEY_ARE.has(error.status) ? error.status : undefined
  return new CmisRefusal(exception, error.message, status)
}
