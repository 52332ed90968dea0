import type { EmbeddedPostgres } from './environment.mjs'

/** `settings` are `name=value` of PostgreSQL; `fast` gives up durability. */
export function startPostgres(
  dir: string,
  options?: { fast?: boolean; port?: number; settings?: string[] }
): Promise<EmbeddedPostgres>
export function ensureDatabase(adminUrl: string, name: string, owner: string): Promise<string>
