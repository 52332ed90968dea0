import { parseXml, XmlRejected, type XmlDoc } from '#lib/xml'
import {
  datesIn,
  dispatchOf,
  hasOffset,
  instantOf,
  lotsOf,
  publicationOf,
  type NoticeLot,
  type NoticeMoment,
} from './notice_times.js'

export interface NoticeFinding {
  level: 'error' | 'warning'
  rule: string
  /** Where, as a path of elements without their prefixes. */
  path: string
  message: string
}

const ROOTS =
  /^(ContractNotice|ContractAwardNotice|PriorInformationNotice|BusinessRegistrationInformationNotice)$/
/** The schema of a notice when the operator has imported it: what it reproaches to a document. */
export type NoticeSchema = (document: XmlDoc) => { line: number; message: string }[]

const DAY_MS = 86_400_000

const error = (rule: string, path: string, message: string): NoticeFinding => ({
  level: 'error',
  rule,
  path,
  message,
})

/**
 * Judges a notice in eForms before it is sent: what the schema says when there is one, and the hours
 * that the schema does not compare. `schemaOf` finds the schema of a kind of notice.
 */
export function checkNotice(
  bytes: Uint8Array,
  now: number,
  schemaOf: (root: string) => NoticeSchema | null = () => null
): NoticeFinding[] {
  try {
    using document = parseXml(bytes, { maxDepth: 200 })
    const { name } = document.root
    if (!ROOTS.test(name))
      return [error('not-a-notice', `/${name}`, 'Ce document XML n’est pas un avis eForms.')]
    const problems = schemaOf(name)?.(document) ?? []
    return [
      ...problems.map(({ line, message }) =>
        error('schema', `/${name}`, `Ligne ${line} : ${message}`)
      ),
      ...judgeOffsets(document),
      ...judgeMoments(document),
      ...judgeDeadlines(document),
      ...judgeDispatch(document, now),
    ]
  } catch (thrown) {
    if (!(thrown instanceof XmlRejected)) throw thrown
    return [error('unreadable', '', 'Ce fichier n’est pas du XML que l’on puisse lire.')]
  }
}

/** Without its offset, an hour is another one in each country (eForms SDK, issues 618 and 783). */
const judgeOffsets = (document: XmlDoc): NoticeFinding[] =>
  datesIn(document)
    .filter(({ text }) => !hasOffset(text))
    .map(({ name, text, line }) =>
      error(
        'missing-offset',
        `//${name}`,
        `Ligne ${line} : « ${text} » ne dit pas son décalage, comme +01:00.`
      )
    )

/** 25:00 or 30 February compare with nothing: every other rule would be silent about them. */
const judgeMoments = (document: XmlDoc): NoticeFinding[] =>
  [
    dispatchOf(document),
    publicationOf(document),
    ...lotsOf(document).flatMap(({ tenders, requests, opening }) => [tenders, requests, opening]),
  ]
    .filter((moment) => moment !== null && Number.isNaN(instantOf(moment)))
    .map((moment) =>
      error('date', moment!.path, `« ${said(moment!)} » n’est ni un jour ni une heure qui existe.`)
    )

function judgeDeadlines(document: XmlDoc): NoticeFinding[] {
  const publication = publicationOf(document)
  const published = publication ? instantOf(publication) : Number.NaN
  return lotsOf(document).flatMap((lot) => [
    ...judgeOpening(lot),
    ...judgePublication(lot, published),
  ])
}

/** BT-132 against BT-131: an opening in the same minute is right, whatever the offsets. */
function judgeOpening({ opening, tenders }: NoticeLot): NoticeFinding[] {
  if (!opening || !tenders || !isBefore(opening, tenders)) return []
  return [
    error(
      'opening-before-deadline',
      opening.path,
      `Les plis seraient ouverts (${said(opening)}) avant l’heure limite (${said(tenders)}).`
    ),
  ]
}

/** Two days compare as days when one of them has no hour. */
function isBefore(one: NoticeMoment, other: NoticeMoment): boolean {
  const areDays = one.time === null || other.time === null
  return areDays ? one.day.slice(0, 10) < other.day.slice(0, 10) : instantOf(one) < instantOf(other)
}

const judgePublication = ({ tenders, requests }: NoticeLot, published: number): NoticeFinding[] =>
  [tenders, requests].flatMap((deadline) => {
    if (!deadline || !(instantOf(deadline) < published)) return []
    const message = `L’heure limite (${said(deadline)}) précède le jour où la publication est demandée.`
    return [error('deadline-before-publication', deadline.path, message)]
  })

/** TED wants it of the last day; the outbox writes it at the moment of sending, so it only warns. */
function judgeDispatch(document: XmlDoc, now: number): NoticeFinding[] {
  const dispatch = dispatchOf(document)
  if (!dispatch || !(now - instantOf(dispatch) > DAY_MS)) return []
  const message = `L’avis est daté du ${said(dispatch)}, plus de 24 heures avant son envoi.`
  return [{ level: 'warning', rule: 'dispatch-too-old', path: dispatch.path, message }]
}

const said = ({ day, time }: NoticeMoment) => (time === null ? day : `${day.slice(0, 10)} ${time}`)
