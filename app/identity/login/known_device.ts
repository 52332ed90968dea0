import type { HttpContext } from '@adonisjs/core/http'
import { digest } from '#identity/secrets'
import { passwordVersion } from '#identity/passwords/version'
import { uuidv7 } from '#lib/values'

const COOKIE = 'halle-appareil'
const AGE = '180d'
/** A computer of the counter may be everybody's. */
const MOST_PEOPLE = 12

interface Device {
  id: string
  /** Who signed in here, under the password that she then had. */
  people: [person: string, version: string][]
}

/** Whoever has a password: an agent, somebody outside. */
type Owner = { id: string; password: string | null }

const nameOf = (user: Owner) => digest(`device ${user.id}`).slice(0, 16)

/**
 * The identifier of a device where this person signed in before, under her present password; null
 * elsewhere. Its errors are counted apart: those of the whole world do not reach it.
 */
export function knownDevice({ request }: HttpContext, user: Owner | null): string | null {
  const device = read(request)
  if (!user || !device) return null
  const known = new Map(device.people).get(nameOf(user))
  return known === passwordVersion(user) ? device.id : null
}

/** From now on this device is one of hers. */
export function rememberDevice({ request, response }: HttpContext, user: Owner): void {
  const device = read(request) ?? { id: uuidv7(), people: [] }
  const others = device.people.filter(([person]) => person !== nameOf(user))
  const people = [...others, [nameOf(user), passwordVersion(user)]].slice(-MOST_PEOPLE)
  response.encryptedCookie(COOKIE, { id: device.id, people }, { maxAge: AGE })
}

function read(request: HttpContext['request']): Device | null {
  const device: Device | null = request.encryptedCookie(COOKIE) ?? null
  return device && typeof device.id === 'string' && Array.isArray(device.people) ? device : null
}
