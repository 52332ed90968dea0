import string from '@adonisjs/core/helpers/string'
import { HOUSE_NAMES, RESERVED } from './reserved_words.js'

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

/** A name that a room, or its first thing, cannot have; its message is the sentence for whoever chose it. */
export class NameRefused extends Error {
  constructor(name: string, why: string) {
    super(`« ${name} » ${why}`)
  }
}

/** PostgreSQL cuts names at 63 characters, and an index bears that of its table and of its columns. */
const LONGEST_THING = 40

/**
 * The words of a room: `guichet`, and the first thing that it keeps (`demarche`; `guichet_item`
 * when nobody says). `moment` dates its migration. Throws NameRefused when a name cannot be.
 */
export function roomWords(
  room: string,
  { thing, label, moment }: { thing?: string; label?: string; moment: number }
): RoomWords {
  refuseRoom(room)
  const singular = thing ?? `${room}_item`
  const plural = string.plural(singular)
  refuseThing(singular, plural)
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

function refuseRoom(room: string): void {
  if (!/^[a-z]{3,30}$/.test(room))
    throw new NameRefused(
      room,
      'ne peut pas nommer un service : un seul mot, de 3 à 30 lettres minuscules, sans accent, chiffre ni tiret (guichet).'
    )
  if (HOUSE_NAMES.has(room))
    throw new NameRefused(room, 'ne peut pas nommer un service : la maison s’en sert déjà.')
  if (RESERVED.has(room))
    throw new NameRefused(
      room,
      'ne peut pas nommer un service : TypeScript ou PostgreSQL se le réserve.'
    )
}

function refuseThing(singular: string, plural: string): void {
  if (!/^[a-z]+(_[a-z]+)*$/.test(singular) || singular.length > LONGEST_THING)
    throw new NameRefused(
      singular,
      `ne peut pas nommer une chose : des mots en minuscules sans accent ni chiffre, joints par « _ », ${LONGEST_THING} caractères au plus (demarche, avis_de_passage).`
    )
  if (plural === singular)
    throw new NameRefused(
      singular,
      's’écrit au pluriel comme au singulier : choisissez un autre nom, ou ajoutez-lui un mot (repas_servi).'
    )
  if (RESERVED.has(singular) || RESERVED.has(plural))
    throw new NameRefused(
      singular,
      'ne peut pas nommer une chose : TypeScript ou PostgreSQL se le réserve.'
    )
}

/**
 * Refuses a thing whose name the code that is written for it has already: `stubs` are the texts of
 * its files, before they are filled. Throws NameRefused.
 */
export function refuseNamesOfStubs({ thing, things }: RoomWords, stubs: string[]): void {
  const names = new Set(stubs.flatMap((stub) => stub.replace(NOT_CODE, ' ').match(/\w+/g) ?? []))
  const taken = [thing, things].find((name) => names.has(name))
  if (taken)
    throw new NameRefused(taken, 'sert déjà dans le code d’un service : choisissez un autre nom.')
}

/** Comments, strings, and the places of the words: what is left are names. */
const NOT_CODE = /\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|\w*%\w+%\w*/g

/** A stub's text, with its words. */
export const fill = (text: string, words: RoomWords): string =>
  text.replace(/%(\w+)%/g, (whole, word) => words[word as keyof RoomWords] ?? whole)

/** A stub's path, with its words and without its extension. */
export const fillPath = (path: string, words: RoomWords): string =>
  path
    .replace(/__([a-z]+(?:_[a-z]+)?)__/g, (whole, word) => words[word as keyof RoomWords] ?? whole)
    .replace(/\.stub$/, '')
