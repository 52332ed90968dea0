import { LocalDate } from '#lib/values'
import type { XmlDoc, XmlElementView } from '#lib/xml'

/** A day and an hour of a notice, each with its offset as eForms asks, and where they stand. */
export interface NoticeMoment {
  day: string
  /** Absent when the notice gives a day alone. */
  time: string | null
  path: string
}

const OFFSET = /(Z|[+-]\d{2}:\d{2})$/

/** Whether a day or an hour says how far it is from UTC. */
export const hasOffset = (text: string): boolean => OFFSET.test(text)

/** The instant in milliseconds: the offset is that of the hour, or of the day where the hour says none; NaN when it is none. */
export function instantOf({ day, time }: NoticeMoment): number {
  const date = day.slice(0, 10)
  // 30 February would be read as a day of March.
  if (LocalDate.tryParse(date) === null) return Number.NaN
  if (time === null) return Date.parse(`${date}T00:00:00${OFFSET.exec(day)?.[0] ?? 'Z'}`)
  return Date.parse(
    `${date}T${time.replace(OFFSET, '')}${OFFSET.exec(time)?.[0] ?? OFFSET.exec(day)?.[0] ?? 'Z'}`
  )
}

/** Names without their prefix: a notice may write any. */
const named = (...names: string[]) => names.map((name) => `*[local-name()='${name}']`).join('/')

/** A lot, or the procedure, with what waits for it. */
export interface NoticeLot {
  path: string
  /** BT-131. */
  tenders: NoticeMoment | null
  /** BT-1311. */
  requests: NoticeMoment | null
  /** BT-132. */
  opening: NoticeMoment | null
}

/** The lots of a notice, with their hours. */
export function lotsOf(document: XmlDoc): NoticeLot[] {
  const lots = document.root.nodes(`./${named('ProcurementProjectLot')}`)
  return lots.map((lot, index) => {
    const path = `/${document.root.name}/ProcurementProjectLot[${index + 1}]/TenderingProcess`
    const process = `./${named('TenderingProcess')}`
    return {
      path,
      tenders: momentIn(lot, process, {
        of: 'TenderSubmissionDeadlinePeriod',
        prefix: 'End',
        path,
      }),
      requests: momentIn(lot, process, {
        of: 'ParticipationRequestReceptionPeriod',
        prefix: 'End',
        path,
      }),
      opening: momentIn(lot, process, { of: 'OpenTenderEvent', prefix: 'Occurrence', path }),
    }
  })
}

function momentIn(
  lot: XmlElementView,
  process: string,
  { of, prefix, path }: { of: string; prefix: string; path: string }
): NoticeMoment | null {
  const read = (kind: 'Date' | 'Time') =>
    lot.text(`${process}/${named(of, `${prefix}${kind}`)}`)?.trim() ?? null
  const day = read('Date')
  return day === null ? null : { day, time: read('Time'), path: `${path}/${of}/${prefix}Date` }
}

/** BT-05: when the notice is sent. */
export const dispatchOf = (document: XmlDoc): NoticeMoment | null =>
  ofNotice(document, 'IssueDate', 'IssueTime')

/** BT-738: the day on which its publication is wished. */
export const publicationOf = (document: XmlDoc): NoticeMoment | null =>
  ofNotice(document, 'RequestedPublicationDate')

function ofNotice({ root }: XmlDoc, date: string, time?: string): NoticeMoment | null {
  const day = root.text(`./${named(date)}`)?.trim() ?? null
  if (day === null) return null
  const hour = time ? (root.text(`./${named(time)}`)?.trim() ?? null) : null
  return { day, time: hour, path: `/${root.name}/${date}` }
}

const DAY = /^-?\d{4,}-\d{2}-\d{2}(Z|[+-]\d{2}:\d{2})?$/
const HOUR = /^\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/

/** Every day and hour of a notice, with its line. */
export function datesIn(document: XmlDoc): { name: string; text: string; line: number }[] {
  const last = (name: string) =>
    `substring(local-name(), string-length(local-name()) - ${name.length - 1}) = '${name}'`
  return document
    .nodes(`//*[not(*) and (${last('Date')} or ${last('Time')})]`)
    .map((node) => ({ name: node.name, text: node.value.trim(), line: node.line }))
    .filter(({ text }) => DAY.test(text) || HOUR.test(text))
}
