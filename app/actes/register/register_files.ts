import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { frenchCsv, openCsv } from '#lib/sheets/csv'
import { toDay } from '../models/days.js'
import type Acte from '../models/acte.js'
import { findNature } from '../rules/nature.js'
import { actesSettings } from '../settings.js'
import { ORDERS, type RegisterFilters } from './filters.js'
import { matiereNames } from './matiere_names.js'
import { registerRows, type RegisterCursor } from './register_query.js'
import { SCDL_COLUMNS, scdlLine } from './scdl.js'

const BATCH = 1_000

const pageOf = (tenant: Tenant, { id }: Acte) => `${appUrl}/p/${tenant.slug}/actes/${id}`
/** A line of each acte that the filters keep: what is published is published whole, batch after batch. */
async function linesOf<Line>(filters: RegisterFilters, lineOf: (acte: Acte) => Line) {
  const lines: Line[] = []
  const { column } = ORDERS[filters.order]
  for (let cursor: RegisterCursor | null = null; ;) {
    const found: Acte[] = (await registerRows(filters, { limit: BATCH, cursor })).actes
    lines.push(...found.map(lineOf))
    if (found.length < BATCH) return lines
    const last = found.at(-1)!
    cursor = [String(toDay(last[column])), last.id]
  }
}

/** What the register shows under these filters, as a French spreadsheet opens it. */
export async function registerCsv(tenant: Tenant, filters: RegisterFilters): Promise<string> {
  const names = await matiereNames()
  return frenchCsv({
    name: 'Actes publiés',
    columns: [
      'Nature',
      'Numéro',
      'Objet',
      'Matière',
      'Séance ou décision du',
      'Reçu en préfecture le',
      'Publié le',
      'Identifiant',
      'Adresse',
    ],
    rows: await linesOf(filters, (acte) => [
      acte.nature!.label,
      acte.numero,
      acte.shownObjet,
      names(acte.matiere).join(', '),
      String(toDay(acte.decisionDate)),
      String(toDay(acte.receivedOn)),
      String(toDay(acte.publishedOn)),
      acte.identifier,
      pageOf(tenant, acte),
    ]),
  })
}

/** The SIRET that the schema asks of a collectivite; empty while nobody has said it. */
export const siretOf = (tenant: Tenant): string => actesSettings(tenant).headquartersSiret

/** The deliberations under these filters as SCDL publishes them (schema « deliberations » 2.1.5). */
export async function scdlCsv(tenant: Tenant, filters: RegisterFilters): Promise<string> {
  const names = await matiereNames()
  const lines = await linesOf({ ...filters, nature: findNature(1) }, (acte) =>
    scdlLine({
      collectivite: tenant.name,
      siret: siretOf(tenant),
      numero: acte.numero,
      decidedOn: String(toDay(acte.decisionDate)),
      matiere: acte.matiere,
      matiereLabels: names(acte.matiere),
      objet: acte.shownObjet,
      identifier: acte.identifier ?? '',
      receivedOn: String(toDay(acte.receivedOn)),
      url: `${pageOf(tenant, acte)}/acte.pdf`,
    })
  )
  return openCsv(
    SCDL_COLUMNS,
    lines.filter((line) => line !== null)
  )
}
