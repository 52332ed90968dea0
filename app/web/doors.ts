import type { HttpContext } from '@adonisjs/core/http'

/**
 * A door for programs whose protocol has methods and bodies of its own: no session is read, no form
 * is parsed, no token against forgery is asked for; what opens it is said in `Authorization`.
 */
export interface Door {
  /** `/dav`: all that is at it or below. */
  prefix: string
  /** Answers by itself, faults included. */
  handle(ctx: HttpContext): Promise<void>
}

const doors: Door[] = []

/** Opens a door; called once, by the room behind it. */
export function openDoor(door: Door): void {
  doors.push(door)
}

/** The door of an address, or undefined. */
export const doorAt = (path: string): Door | undefined =>
  doors.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
