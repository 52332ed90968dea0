import type { HttpContext } from '@adonisjs/core/http'
import type { Shape } from '#web/api/operation'

/** What an operation asks, once judged. */
export interface OpenCall {
  ctx: HttpContext
  params: Record<string, string>
  query: any
  body: any
}

/** What it gives back: a thing or a page of a list, told as JSON; else a file of that type. */
export type OpenAnswer =
  | { of: string; shape: Shape; list?: true; status?: 200 | 201 }
  | { mediaType: string; says: string }

/**
 * What everybody, or a company by its token, may ask of all the members together (contract §6): the
 * operations of `defineApi` are those of one member's programs.
 */
export interface OpenOperation {
  name: string
  /** `GET /consultations/:id`, under `/api/v1/procurement`. */
  call: `${'GET' | 'POST' | 'PUT'} /${string}`
  /** How the document writes its path, where a parameter is only a part of a segment. */
  path?: string
  title: string
  says?: string
  query?: Shape
  body?: Shape
  /** Its body is bytes. */
  isPiece?: boolean
  answer: OpenAnswer
  /** The statuses of its own rules. */
  refuses?: number[]
  /** Answers by itself when its answer is a file; else what is told. */
  run(call: OpenCall): Promise<unknown>
}

export const OPEN_ROOT = '/api/v1/procurement'
