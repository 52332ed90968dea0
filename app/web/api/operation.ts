import type { HttpContext } from '@adonisjs/core/http'
import type { VineValidator } from '@vinejs/vine'
import type { IncomingFile } from '#web/uploads'

export type Shape = VineValidator<any, any>

/** What a program asked, once it was judged: its parameters, its query, its body, its files. */
export interface Call {
  ctx: HttpContext
  params: Record<string, string>
  query: any
  body: any
  files: Record<string, IncomingFile[]>
}

/** A file that an operation receives: by multipart, or by tus before, named in `uploads.<field>`. */
export interface ReceivedFile {
  says: string
  /** One unless said. */
  several?: boolean
}

/** What an operation gives back. */
export type Answer =
  /** `of` names its shape in the document; `at`: the address of what was created. */
  | {
      kind: 'thing'
      of: string
      shape: Shape
      status?: 200 | 201 | 202
      at?(thing: any): string
    }
  | { kind: 'list'; of: string; shape: Shape }
  | { kind: 'file'; says: string }
  | { kind: 'nothing' }
  /** A protocol of its own (tus): it answers by itself, with these statuses and headers. */
  | { kind: 'raw'; status: number; says: string; headers?: Record<string, string> }

/** One page of a list; `next` is what `apres` says to read on, or null at the end. */
export interface ListAnswer {
  items: object[]
  next: string | null
}

/**
 * What was read before it is replaced: the thing as the program last saw it, loaded and locked. Its
 * ETag is compared with If-Match; an operation that compares nothing says why.
 */
export type Seen = ((call: Call) => Promise<object>) | { nothing: string }

/** One thing that a program may ask: declared once, by the room that answers (decision 0092). */
export interface Operation {
  /** `submit`: with its room it names the route `api.<room>.submit` and the operationId. */
  name: string
  /** `POST /:id/signature`: under `/api/v1`, then the path of its API. */
  call: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`
  /** The permission of its room, which is the scope too. */
  permission: string
  /** What it does, in French, in the infinitive. */
  title: string
  says?: string
  query?: Shape
  body?: Shape
  files?: Record<string, ReceivedFile>
  /** Headers that it reads beside those of every operation, and what they say. */
  headers?: Record<string, { says: string; required?: boolean }>
  /** Its body is a piece of a file. */
  isPiece?: boolean
  answer: Answer
  /** Needed of what changes something. */
  seen?: Seen
  /**
   * False once it has answered by itself a refusal that must leave its trace: what is thrown takes
   * everything back with the transaction, its journal entry too.
   */
  admits?(call: Call): Promise<boolean>
  /** Why its answer is not kept under an Idempotency-Key: its work lasts, with no transaction open. */
  keepsNoAnswer?: string
  /** The statuses of its own rules beside those of every operation: 409, 422. */
  refuses?: number[]
  /** The routes of pages whose gesture it is. */
  gestures: string[]
  run(call: Call): Promise<object | ListAnswer | void>
}

/** What a room opens to programs. */
export interface Api {
  room: string
  /** `/things`. */
  path: string
  label: string
  /** permission -> what a token with this scope may do, in French. */
  scopes: Record<string, string>
  operations: Operation[]
  /** Gestures of its pages that no program needs, by the name of the route, and why. */
  onScreenOnly: Record<string, string>
}
