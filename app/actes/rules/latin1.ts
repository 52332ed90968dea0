import { latin1Text, NotLatin1 } from '#lib/xml'

/** Why a text could not be written in a message (they are in ISO-8859-1), in French, or null. */
export function latin1Problem(text: string): string | null {
  try {
    latin1Text(text)
    return null
  } catch (error) {
    if (error instanceof NotLatin1) return error.message
    throw error
  }
}
