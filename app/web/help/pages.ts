import { inRailOrder } from '../menu.js'
import type { HardWord, HelpPage, Novelty } from '../help.js'

/** A page with the room that explains it, and the view that is drawn. */
export interface KnownPage extends HelpPage {
  room: string
  view: string
}

/** The pages of every room, in the order of the rail. */
export function helpPages(): KnownPage[] {
  return inRailOrder().flatMap(({ name, help }) =>
    (help?.pages ?? []).map((page) => ({
      ...page,
      room: name,
      view: `${name}/help/${page.path.replaceAll('-', '_')}`,
    }))
  )
}

/** The pages as one chooses among them: each room under its name, those that explain nothing left out. */
export function helpByRoom(pages: KnownPage[]): { label: string; pages: KnownPage[] }[] {
  return inRailOrder()
    .map(({ name, label }) => ({ label, pages: pages.filter(({ room }) => room === name) }))
    .filter((one) => one.pages.length > 0)
}

/** Every hard word, in alphabetical order, with the key that leads to it. */
export function hardWords(): (HardWord & { key: string })[] {
  return inRailOrder()
    .flatMap(({ help }) => Object.entries(help?.words ?? {}))
    .map(([key, word]) => ({ key, ...word }))
    .sort((one, other) => one.term.localeCompare(other.term, 'fr'))
}

/** What is new in every room, the last first, each under the name of its room. */
export function novelties(): (Novelty & { room: string })[] {
  return inRailOrder()
    .flatMap(({ label, help }) => (help?.novelties ?? []).map((one) => ({ ...one, room: label })))
    .sort((one, other) => other.day.localeCompare(one.day))
}
