import { createHash } from 'node:crypto'
import type { DateTime } from 'luxon'
import { v4 } from 'uuid'

/** A day with its offset, as eForms wants: `2026-12-18+01:00`. */
export const noticeDay = (at: DateTime): string => at.toFormat('yyyy-MM-ddZZ')

/** An hour with its offset; its milliseconds when it has some. */
export const noticeHour = (at: DateTime): string =>
  at.toFormat(at.millisecond === 0 ? 'HH:mm:ssZZ' : 'HH:mm:ss.SSSZZ')

/** A text of at most so many characters, its lines as XML ends them, which says when it is cut. */
export function noticeText(typed: string, most: number): string {
  const text = typed.replaceAll('\r\n', '\n')
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}

/**
 * The identifier of a thing in eForms, always the same one: TED takes none but those of version 4
 * (BT-04, BT-701), and ours sort by time.
 */
export const noticeUuid = (kind: 'procedure' | 'notice', id: string): string =>
  v4({ random: createHash('sha256').update(`${kind}:${id}`).digest().subarray(0, 16) })
