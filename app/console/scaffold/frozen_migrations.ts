import { createHash } from 'node:crypto'

/** Where the migrations of each room are frozen, one file a room. */
export const FROZEN = 'database/frozen'

/** The file that holds the SHA-256 of a migration, as `sha256sum` writes it. */
export const frozenFile = (migration: string): string =>
  `${FROZEN}/${/^\d+_([a-z]+)_/.exec(migration)?.[1] ?? 'unnamed'}.sha256`

/** The line that freezes a migration: what was merged has run somewhere. */
export const frozenLine = (name: string, text: string): string =>
  `${createHash('sha256').update(text).digest('hex')}  ${name}`
