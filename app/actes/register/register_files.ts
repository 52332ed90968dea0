import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { frenchCsv, openCsv } from '#lib/sheets/csv'
import { MOST_EXPORTED } from '#web/list/declaration'
import { toDay } from '../models/days.js'
import type Acte from '../models/acte.js'
import { findNature } from '../rules/nature.js'
import { actesSettings } from '../settings.js'
import type { RegisterFilters } from './filters.js'
import { matiereNames } from './matiere_names.js'
import { registerRows } from './register_query.js'
import { SCDL_COLUMNS, scdlLine } from './scdl.js'

const pageOf = (tenant: Tenant, { id }: Acte) => `${appUrl}/p/${tenant.slug}/actes/${id}`
const found = async (filters: RegisterFilters) =>
  (await registerRows(filters, { limit: MOST_EXPORTED })).actes

/** What the register shows under these filters, as a French spreadsheet opens it; 10,000 lines at most. */
export async function registerCsv(tenant: Tenant, filters: RegisterFilters): Promise<string> {
  const names = await matiereNames()
  const actes = await found(filters)
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
    rows: actes.map((acte) => [
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
  const actes = await found({ ...filters, nature: findNature(1) })
  const lines = actes.map((acte) =>
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
