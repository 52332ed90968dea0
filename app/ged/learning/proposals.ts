import { createHash } from 'node:crypto'
import { LocalDate } from '#lib/values'
import { learntOf, type Learnt, type Likeness } from '../rules/learnt.js'
import Node from '../nodes/node.js'
import Space from '../spaces/space.js'
import DocumentType from '../types/document_type.js'
import { cameAmong, correctedLately } from './evidence.js'
import LearntRefusal from './refusal.js'

/** What is proposed of a document that came by itself, and never done before somebody says so. */
export interface Proposal extends Learnt {
  /** What was seen by whoever accepts: another proposal has another. */
  key: string
  /** « Comme les 4 derniers de voirie@exemple.fr : Arrêté, dans Voirie » */
  says: string
}

/**
 * What is proposed of some documents, by their identifier, from what people made of those that came
 * before and that one reads (`lists`). What somebody corrected already is let alone. `says` is how
 * their reader says a day.
 */
export async function proposalsFor(
  nodeIds: string[],
  lists: string[],
  says: SaysDay = french
): Promise<Map<string, Proposal>> {
  const came = (await cameAmong(lists, nodeIds)).filter(({ isCorrected }) => !isCorrected)
  if (came.length === 0) return new Map()
  const [corrected, refused] = [await correctedLately(lists), await LearntRefusal.query()]
  const learnt = came.flatMap((paper) => {
    const one = learntOf(paper, corrected, refused)
    return one ? [{ nodeId: paper.nodeId, one }] : []
  })
  const names = await namesIn(learnt.map(({ one }) => one))
  return new Map(
    learnt.map(({ nodeId, one }) => [
      nodeId,
      { ...one, key: keyOf(one), says: sentence(one, names, says) },
    ])
  )
}

const keyOf = ({ likeness, becomes }: Learnt): string =>
  createHash('sha256')
    .update(JSON.stringify([likeness, becomes]))
    .digest('hex')
    .slice(0, 32)

type SaysDay = (day: string) => string

const french: SaysDay = (day) => LocalDate.parse(day).toFrench()

interface Names {
  types: Map<string, string>
  places: Map<string, string>
}

async function namesIn(all: Learnt[]): Promise<Names> {
  const ids = (key: 'typeId' | 'parentId' | 'spaceId') =>
    all.flatMap(({ becomes }) => becomes[key] ?? [])
  const [types, folders, spaces] = [
    await DocumentType.query().whereIn('id', ids('typeId')),
    await Node.query().whereIn('id', ids('parentId')),
    await Space.query().whereIn('id', ids('spaceId')),
  ]
  return {
    types: new Map(types.map(({ id, label }) => [id, label])),
    places: new Map([...spaces, ...folders].map(({ id, name }) => [id, name])),
  }
}

function sentence(
  { likeness, count, becomes }: Learnt,
  { types, places }: Names,
  says: SaysDay
): string {
  const { typeId, title, date, spaceId, parentId } = becomes
  const place = parentId ?? spaceId
  const parts = [
    typeId && types.get(typeId),
    place && `dans ${places.get(place)}`,
    title && `sous le titre « ${title} »`,
    date && `daté du ${says(date)}`,
  ]
  return `Comme les ${count} derniers ${said(likeness)} : ${parts.filter(Boolean).join(', ')}`
}

const said = ({ kind, said: what }: Likeness): string =>
  kind === 'sender'
    ? `de ${what}`
    : kind === 'pattern'
      ? `nommés comme « ${what} »`
      : `dont le nom dit « ${what} »`
