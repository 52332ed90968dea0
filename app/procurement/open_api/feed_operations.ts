import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import { atomFeed } from '#lib/feed/atom'
import { calendar } from '#lib/feed/ical'
import { hourWords } from '../rules/hour_words.js'
import { listPublished } from './list_published.js'
import { OPEN_ROOT, type OpenOperation } from './open_operation.js'
import { pageOf } from './told.js'
import { wanted } from './wanted.js'

const LIST = `${appUrl}${OPEN_ROOT}/consultations`

/** A search as a feed and as a calendar: its address holds what is looked for, and no account. */
export const feedOperations: OpenOperation[] = [
  {
    name: 'consultations.atom',
    call: 'GET /consultations.atom',
    title: 'Suivre une recherche en Atom',
    query: wanted,
    answer: { mediaType: 'application/atom+xml', says: 'Les consultations les plus récentes' },
    async run({ query, ctx: { request, response } }) {
      const { rows } = await listPublished({ ...query, closesAfter: undefined })
      const self = `${appUrl}${request.url(true)}`
      response.header('content-type', 'application/atom+xml; charset=utf-8')
      return response.send(
        atomFeed({
          ...{ home: self, self, title: 'Consultations', author: 'Halle' },
          updated: clock.now().toUTC().toISO()!,
          entries: rows.map((row) => ({
            id: row.id,
            title: row.title,
            url: pageOf(row.tenant, row.id),
            updated: row.publishedAt.toISOString(),
            summary: `${row.tenant.name}, ${row.reference}. Heure limite : ${hourWords(DateTime.fromJSDate(row.deadline), row.zone)}.`,
          })),
        })
      )
    },
  },
  {
    name: 'consultations.calendar',
    call: 'GET /consultations.ics',
    title: 'Suivre les heures limites d’une recherche dans un agenda',
    query: wanted,
    answer: { mediaType: 'text/calendar', says: 'Les heures limites à venir' },
    async run({ query, ctx: { response } }) {
      const { rows } = await listPublished({ ...query, closesAfter: clock.now() })
      const host = new URL(LIST).hostname
      response.header('content-type', 'text/calendar; charset=utf-8')
      return response.send(
        calendar(
          'Heures limites',
          rows.map((row) => ({
            id: `${row.id}@${host}`,
            title: `Heure limite : ${row.title} (${row.tenant.name})`,
            url: pageOf(row.tenant, row.id),
            createdAt: row.publishedAt,
            dueAt: row.deadline,
            isAtItsHour: true,
          }))
        )
      )
    },
  },
]
