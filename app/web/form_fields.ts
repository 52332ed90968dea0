/** What the session keeps of the form that was sent back. */
export interface Flash {
  get(key: string, fallback?: unknown): unknown
}

export interface FieldProps {
  name: string
  id?: string
  help?: string
  value?: unknown
  error?: string
  required?: boolean
  /** false where what was typed must not come back (password, file). */
  keep?: boolean
}

export interface FieldState {
  id: string
  /** As the validator and the uploads name it. */
  name: string
  value: string
  /** All the ticked values, for several boxes of one name. */
  values: string[]
  error: string | null
  helpId: string
  errorId: string
  /** The attributes that tie the control to its label, its help and its error. */
  wiring: Record<string, string | boolean | undefined>
}

/** "annexes[0][type]" as the validator names it: "annexes.0.type". */
export function errorKey(name: string): string {
  return name.replace(/\[\]$/, '').replace(/\[([\w-]+)\]/g, '.$1')
}

/** The id of a field's control, to which the error summary points. */
export function fieldId(name: string): string {
  return `champ-${errorKey(name).replace(/[^\w]+/g, '-')}`
}

function errorsOf(flash: Flash | undefined): Record<string, string[] | string> {
  return (flash?.get('inputErrorsBag', {}) ?? {}) as Record<string, string[] | string>
}

/** Values that one may write in a control: text, numbers, dates and value objects. */
function asText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

/**
 * All that a field shows: what was typed before an error rather than what is stored, its error in
 * words, and the ARIA ties. Pure: the session's flash is passed by the view.
 */
export function fieldState(flash: Flash | undefined, props: FieldProps): FieldState {
  const key = errorKey(props.name)
  const id = props.id ?? fieldId(props.name)
  const found = errorsOf(flash)[key]
  const error = props.error ?? (Array.isArray(found) ? found[0] : found) ?? null
  const typed = props.keep === false ? undefined : flash?.get(key)
  const value = typed ?? props.value
  const [helpId, errorId] = [`${id}-aide`, `${id}-erreur`]
  const described = [props.help && helpId, error && errorId].filter(Boolean).join(' ')
  return {
    id,
    name: key,
    value: Array.isArray(value) ? '' : asText(value),
    values: (Array.isArray(value) ? value : [value]).map(asText).filter(Boolean),
    error,
    helpId,
    errorId,
    wiring: {
      'id': id,
      'name': props.name,
      'required': props.required !== false,
      'aria-invalid': error ? 'true' : undefined,
      'aria-describedby': described || undefined,
    },
  }
}

/** The errors of a sent form in its order, each with the field it points to. */
export function formErrors(flash: Flash | undefined): { href: string; message: string }[] {
  return Object.entries(errorsOf(flash)).flatMap(([key, messages]) =>
    [messages].flat().map((message) => ({ href: `#${fieldId(key)}`, message }))
  )
}
