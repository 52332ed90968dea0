/** The roles that every member has, whatever its rooms; a room adds its own by merging this. */
export interface RoleNames {
  administrator: true
  agent: true
  reader: true
}
export type Role = keyof RoleNames

/** How a role is called on the screens, and its place in a list, from the first. */
export interface RoleWords {
  label: string
  /** What it may do, in one sentence. */
  help: string
  rank: number
}

const known = new Map<Role, RoleWords>([
  [
    'administrator',
    {
      label: 'Administration',
      help: 'Invite les membres, donne les rôles, règle les services.',
      rank: 10,
    },
  ],
  [
    'agent',
    {
      label: 'Agent',
      help: 'Prépare les documents, les transmet, suit les dossiers.',
      rank: 20,
    },
  ],
  ['reader', { label: 'Lecture', help: 'Consulte sans rien changer.', rank: 50 }],
])

/** Adds a role that a room brings. */
export const defineRole = (role: Role, words: RoleWords): void => void known.set(role, words)

/** What a person may be in a tenant, in the order of lists; each room says what a role may do. */
export const allRoles = (): Role[] =>
  [...known].sort(([, one], [, other]) => one.rank - other.rank).map(([role]) => role)

/** The words of a role that a room of this platform brings. */
export const roleWords = (role: Role): RoleWords => known.get(role)!

/** « Signataire »; a role that no room brings any more is shown as it is written. */
export const roleLabel = (role: string): string => known.get(role as Role)?.label ?? role
