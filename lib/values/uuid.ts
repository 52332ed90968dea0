import { v7, validate } from 'uuid'

/** An identifier that sorts by the time it was made, so that indexes grow at one end. */
export const uuidv7 = (): string => v7()

/** Whether something that was sent is an identifier as we write them, with its dashes. */
export const isUuid = (text: unknown): text is string => validate(text)

/** Before every identifier that was made from a moment on, in milliseconds since 1970. */
export function firstUuidOf(millis: number): string {
  const hex = millis.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** The moment at which an identifier of ours was made, to the millisecond (RFC 9562 §5.7). */
export const momentOfUuid = (id: string): Date =>
  new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))
