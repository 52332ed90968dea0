import { createHash } from 'node:crypto'

/** The SHA-256 of each migration, as `sha256sum` writes it: what was merged has run somewhere. */
export const FROZEN = 'database/migrations.sha256'

/** The line that freezes a migration. */
export const frozenLine = (name: string, text: string): string =>
  `${createHash('sha256').update(text).digest('hex')}  ${name}`
