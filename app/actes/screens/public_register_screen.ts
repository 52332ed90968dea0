import type { HttpContext } from '@adonisjs/core/http'
import type { FeedEntry } from '#lib/feed/atom'
import { isUuid, LocalDate } from '#lib/values'
import { narrowByWords } from '#web/search'
import { actesIndexed } from '../indexed.js'
import type Acte from '../models/acte.js'
import { toDay } from '../models/days.js'
import { publicActes } from '../models/public_actes.js'
import { findNature, natures } from '../rules/nature.js'

const PAGE = 50

/** The register as the URL filters it, the last published first. */
export async function publicRegister({ request, tenant }: HttpContext) {
  const base = `/p/${tenant.slug}/actes`
  const nature = findNature(Number(request.input('nature')))
  const words = String(request.input('q') ?? '')
    .trim()
    .slice(0, 100)
  const after = readCursor(request.input('apres'))
  const query = publicActes()
    .orderBy('publishedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (after) query.whereRaw('(published_on, id) < (?, ?)', after)
  if (nature) query.where('natureCode', nature.code)
  // What the page shows: a word of the objet that is kept back must find nothing.
  await narrowByWords(query, { kind: actesIndexed.kind, isPublic: true }, words)
  const found = await query
  const at = (apres?: string) => {
    const search = new URLSearchParams({ ...(words && { q: words }), ...(apres && { apres }) })
    if (nature) search.set('nature', String(nature.code))
    return search.size > 0 ? `${base}?${search}` : base
  }
  return {
    base,
    words,
    nature,
    natures: await publicNatures(),
    rows: found.slice(0, PAGE).map((acte) => lineOf(acte, base)),
    first: after ? at() : null,
    next: found.length > PAGE ? at(cursorAt(found[PAGE - 1])) : null,
    feed: { href: `${base}/fil.atom`, title: `Actes publiés, ${tenant.name}` },
  }
}

/** A day and an identifier: several actes are published on one day. */
const cursorAt = ({ publishedOn, id }: Acte) => `${toDay(publishedOn)}_${id}`

function readCursor(typed: unknown): [day: string, id: string] | null {
  const [day, id] = String(typed ?? '').split('_')
  const publishedOn = LocalDate.tryParse(day)
  return publishedOn && isUuid(id) ? [String(publishedOn), id] : null
}

/** The natures of which something is public: a filter that finds nothing is not offered. */
async function publicNatures() {
  const found = await publicActes().distinct('natureCode').pojo<{ nature_code: number }>()
  const known = new Set(found.map(({ nature_code: code }) => code))
  return natures
    .filter(({ code }) => known.has(code))
    .map(({ code, label }) => ({ value: code, label }))
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
