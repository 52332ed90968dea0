import type { Role } from '#kernel/roles'

/** A member of the syndicat, described: by a file of `tenants/`, a command, or the console. */
export interface Member {
  siren: string
  slug: string
  name: string
  /** The blueprint it follows. */
  kind: string
  /** Three characters: 035, 02A, 974. */
  departement: string
  arrondissement: string
  /** Two digits; the blueprint's unless told. */
  natureCode?: string
  /** #rrggbb, the colour of its public pages. */
  accent?: string
  /** Rooms, in place of the blueprint's. */
  services?: string[]
  settings?: Record<string, Record<string, unknown>>
  /** Its public pages are open from its birth; otherwise its administrator opens them. */
  isPublic?: boolean
  people?: MemberPerson[]
}

export interface MemberPerson {
  name: string
  email: string
  title: string
  roles: Role[]
  /** Works for the syndicat itself and opens the console. */
  operator?: boolean
  /** For a demonstration only: everybody else chooses hers. */
  password?: string
  /** The same: the key of her codes (base32), for whoever may not come in without. */
  totpSecret?: string
}
