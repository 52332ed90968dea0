import type { HttpContext } from '@adonisjs/core/http'

/**
 * A program of others calls there, and signs the bytes that it sends: no session is read, the signature
 * is the proof, and no page of another site can make it. Rooms name these routes `….callbacks.store`.
 */
export const isSignedCall = ({ route }: HttpContext): boolean =>
  route?.name?.endsWith('.callbacks.store') ?? false
