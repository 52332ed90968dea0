/** What one may do below a place, from the least. */
export const LEVELS = ['reader', 'contributor', 'editor', 'manager'] as const
export type Level = (typeof LEVELS)[number]

/** Each level in French, and what it lets one do. */
export const LEVEL_WORDS: Record<Level, { label: string; help: string }> = {
  reader: { label: 'Lecture', help: 'trouve, ouvre et télécharge' },
  contributor: { label: 'Dépôt', help: 'lit, et dépose des documents' },
  editor: { label: 'Modification', help: 'dépose, renomme, déplace, met à la corbeille' },
  manager: { label: 'Gestion', help: 'fait tout, et décide qui lit quoi' },
}

const FRENCH: Record<string, Level> = {
  lecteur: 'reader',
  lecture: 'reader',
  contributeur: 'contributor',
  depot: 'contributor',
  editeur: 'editor',
  modification: 'editor',
  gestionnaire: 'manager',
  gestion: 'manager',
}

/** The level of that name, in English or in French; null when there is none. */
export function levelCalled(name: string): Level | null {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return LEVELS.find((level) => level === plain) ?? FRENCH[plain] ?? null
}

/** Whether one level lets do what another does. */
export const reaches = (held: Level | null, wanted: Level): boolean =>
  held !== null && LEVELS.indexOf(held) >= LEVELS.indexOf(wanted)

/** The highest of some levels; null when there is none. */
export const highest = (levels: Level[]): Level | null =>
  levels.toSorted((one, other) => LEVELS.indexOf(other) - LEVELS.indexOf(one))[0] ?? null

/** What a program may do below each list of rights, and whether its password lets it write. */
export interface ProgramReach {
  levels: Map<string, Level>
  writes: boolean
}

/** Whether a program may change, at a level, what is below a list of rights: the one rule of its doors. */
export const mayChange = (
  { levels, writes }: ProgramReach,
  accessId: string,
  level: Level
): boolean => writes && reaches(levels.get(accessId) ?? null, level)
