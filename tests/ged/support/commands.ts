import ace from '@adonisjs/core/services/ace'
import GedExport from '#app/ged/commands/ged_export'
import GedImport from '#app/ged/commands/ged_import'
import GedSearch from '#app/ged/commands/ged_search'
import GedShare from '#app/ged/commands/ged_share'
import { tenants, type Tenant } from '#kernel/tenant'
import { placeApart } from '#tests/world/journals'

/** A member of nobody else, and its number. */
export async function memberApart(): Promise<Tenant> {
  return (await tenants.byId(await placeApart()))!
}

async function run(command: { create?: never } & any, words: string[]) {
  const written: string[] = []
  const [write, writeWords] = [process.stdout.write, process.stderr.write]
  const said: string[] = []
  process.stdout.write = ((text: string) => written.push(String(text)) > 0) as never
  process.stderr.write = ((text: string) => said.push(String(text)) > 0) as never
  try {
    const created = await ace.create(command, words)
    await created.exec()
    const lines = written.join('').split('\n').filter(Boolean)
    if (process.env.SHOW_WORDS) write.call(process.stdout, said.join(''))
    return { status: created.exitCode ?? 0, lines, words: said.join('') }
  } finally {
    process.stdout.write = write
    process.stderr.write = writeWords
  }
}

/** Runs `ged:import`, and reads its answer. */
export async function importInto(tenant: Tenant, path: string, ...words: string[]) {
  const done = await run(GedImport, [path, '--tenant', tenant.siren, '--json', ...words])
  return { ...done, report: done.lines[0] ? JSON.parse(done.lines[0]) : null }
}

/** Runs `ged:search` for one query, and reads its answer. */
export async function searchIn(tenant: Tenant, query: string, ...words: string[]) {
  const { lines } = await run(GedSearch, [query, '--tenant', tenant.siren, '--json', ...words])
  return JSON.parse(lines[0])
}

export const share = (...words: string[]) => run(GedShare, [...words, '--json'])
export const search = (...words: string[]) => run(GedSearch, words)
export const exportOf = (...words: string[]) => run(GedExport, [...words, '--json'])
export const importRaw = (...words: string[]) => run(GedImport, words)
