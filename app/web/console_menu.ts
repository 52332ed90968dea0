import { allRooms } from '#kernel/room'
import type { MenuItem } from './menu.js'

const LAST = 50

/** The rail of the console: what each room adds to it, in order. */
export function consoleMenu(here: string): MenuItem[] {
  const pages = allRooms().flatMap(({ consolePages = [] }) => consolePages)
  const under = (url: string) => here === url || here.startsWith(`${url}/`)
  return pages
    .toSorted((one, other) => (one.rank ?? LAST) - (other.rank ?? LAST))
    .map(({ label, icon, url, also }) => ({
      name: url,
      label,
      icon,
      url,
      // The first page of the console is above all the others
      current: also ? here === url || under(also) : under(url),
    }))
}
