import type { HttpContext } from '@adonisjs/core/http'
import type { FeedEntry } from '#lib/feed/atom'
import { isUuid, LocalDate } from '#lib/values'
import { markedHtml, whyFound } from '#web/search'
import { actesIndexed } from '../indexed.js'
import type Acte from '../models/acte.js'
import { toDay } from '../models/days.js'
import { publicActes } from '../models/public_actes.js'
import { filtersOn, ORDERS, queryOf, readFilters, suffixOf } from '../register/filters.js'
import { matiereNames } from '../register/matiere_names.js'
import { siretOf } from '../register/register_files.js'
import { countOf, offered, registerRows, type RegisterCursor } from '../register/register_query.js'
import { natures } from '../rules/nature.js'

const PAGE = 50
const SCOPE = { kind: actesIndexed.kind, isPublic: true }

/** The register as the URL filters and orders it, the last published first unless said. */
export async function publicRegister({ request, tenant }: HttpContext) {
  const base = `/p/${tenant.slug}/actes`
  const filters = readFilters((name) => request.input(name))
  const after = readCursor(request.input('apres'))
  const { actes: found, terms } = await registerRows(filters, { limit: PAGE + 1, cursor: after })
  const names = await matiereNames()
  const matiereLabel = (code: string | number) => names(String(code))[0] ?? `Matière ${code}`
  const query = queryOf(filters)
  const known = await offered()
  const on = filtersOn(filters, matiereLabel(filters.matiere ?? ''))
  return {
    base,
    filters,
    active: on.map(({ label, query: rest }) => ({ label, href: `${base}${rest}` })),
    // The field of words is always shown: only the others are folded
    unfolded: on.some(({ name }) => name !== 'q') || filters.order !== 'publies',
    natures: natures
      .filter(({ code }) => known.natures.has(code))
      .map(({ code, label }) => ({ value: code, label })),
    years: known.years.map((year) => ({ value: year, label: String(year) })),
    matieres: known.matieres.map((code) => ({ value: code, label: matiereLabel(code) })),
    orders: Object.entries(ORDERS).map(([value, { label }]) => ({ value, label })),
    count: await countOf(filters),
    csv: `${base}/registre.csv${suffixOf(query)}`,
    scdl: siretOf(tenant) ? `${base}/deliberations.csv${suffixOf(query)}` : null,
    rows: await withWhy(found.slice(0, PAGE), terms, base),
    first: after ? `${base}${suffixOf(query)}` : null,
    next: found.length > PAGE ? nextPage(base, query, found[PAGE - 1], filters.order) : null,
    feed: { href: `${base}/fil.atom`, title: `Actes publiés, ${tenant.name}` },
  }
}

function nextPage(base: string, query: URLSearchParams, last: Acte, order: keyof typeof ORDERS) {
  const next = new URLSearchParams(query)
  next.set('apres', `${toDay(last[ORDERS[order].column])}_${last.id}`)
  return `${base}?${next}`
}

/** A day and an identifier: several actes share a day. */
function readCursor(typed: unknown): RegisterCursor | null {
  const [day, id] = String(typed ?? '').split('_')
  const known = LocalDate.tryParse(day)
  return known && isUuid(id) ? [String(known), id] : null
}

/** The last actes published, for the feed. */
export async function recent(home: string): Promise<FeedEntry[]> {
  const actes = await publicActes().orderBy('publishedOn', 'desc').orderBy('id', 'desc').limit(30)
  return actes.map((acte) => ({
    id: acte.id,
    title: `${acte.title} : ${acte.shownObjet}`,
    url: `${home}/${acte.id}`,
    pdfUrl: `${home}/${acte.id}/acte.pdf`,
    updated: (acte.updatedAt ?? acte.createdAt).toUTC().toISO()!,
    summary: `Décision du ${toDay(acte.decisionDate)!.toFrench()}, publiée le ${toDay(acte.publishedOn)!.toFrench()}.`,
  }))
}

/** The lines of a page, each with why it answers when its line does not show it. */
async function withWhy(actes: Acte[], terms: string[], base: string) {
  const shown = actes.map(({ id, shownObjet, numero, nature }) => {
    return { id, said: [shownObjet, numero, nature!.label] }
  })
  const whys = await whyFound(SCOPE, shown, terms)
  return actes.map((acte) => {
    const why = whys.get(acte.id)
    const excerpt = why && { where: why.where, html: markedHtml(why.pieces) }
    return { ...lineOf(acte, base), excerpt }
  })
}

function lineOf(acte: Acte, base: string) {
  return {
    href: `${base}/${acte.id}`,
    objet: acte.shownObjet,
    numero: acte.numero,
    nature: acte.nature!.label,
    decidedOn: toDay(acte.decisionDate)!.toString(),
    publishedOn: toDay(acte.publishedOn)!.toString(),
    isCancelled: acte.state === 'cancelled',
  }
}
