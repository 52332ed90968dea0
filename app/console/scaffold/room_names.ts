import string from '@adonisjs/core/helpers/string'

/** The words that the stubs of a room are filled with. */
export type RoomWords = Record<
  | 'room'
  | 'ROOM'
  | 'label'
  | 'thing'
  | 'Thing'
  | 'things'
  | 'Things'
  | 'thing_snake'
  | 'things_snake'
  | 'Schema'
  | 'moment',
  string
>

const TAKEN = ['app', 'config', 'database', 'generated', 'kernel', 'public', 'start', 'tests']

/**
 * The words of a room: `guichet`, and the first thing that it keeps (`demarche`; `guichet_item`
 * when nobody says). `moment` dates its migration. Throws a sentence when a name cannot be.
 */
export function roomWords(
  room: string,
  { thing, label, moment }: { thing?: string; label?: string; moment: number }
): RoomWords {
  if (!/^[a-z]{3,30}$/.test(room) || TAKEN.includes(room)) {
    throw new Error(
      `« ${room} » ne peut pas nommer un service : un seul mot, en minuscules sans accent.`
    )
  }
  const singular = thing ?? `${room}_item`
  if (!/^[a-z]+(_[a-z]+)*$/.test(singular))
    throw new Error(`« ${singular} » n’est pas un nom en snake_case.`)
  const plural = string.plural(singular)
  if (plural === singular) {
    throw new Error(
      `« ${singular} » s’écrit au pluriel comme au singulier : choisissez un autre nom.`
    )
  }
  return {
    room,
    ROOM: room.toUpperCase(),
    label: label ?? string.capitalCase(room),
    thing: string.camelCase(singular),
    Thing: string.pascalCase(singular),
    things: string.camelCase(plural),
    Things: string.pascalCase(plural),
    thing_snake: singular,
    things_snake: plural,
    // As Lucid names the class that it generates from the table.
    Schema: `${string.pascalCase(string.singular(plural))}Schema`,
    moment: String(moment),
  }
}

/** A stub's text, with its words. */
export const fill = (text: string, words: RoomWords): string =>
  text.replace(/%(\w+)%/g, (whole, word) => words[word as keyof RoomWords] ?? whole)

/** A stub's path, with its words and without its extension. */
export const fillPath = (path: string, words: RoomWords): string =>
  path
    .replace(/__([a-z]+(?:_[a-z]+)?)__/g, (whole, word) => words[word as keyof RoomWords] ?? whole)
    .replace(/\.stub$/, '')
