import type { paths } from './schema.js'

/**
 * A client of the house for Node 24 and browsers: the types are drawn from its document
 * (`npx openapi-typescript https://…/api/v1/openapi.json -o schema.d.ts`), the rest is `fetch`.
 */
type Method = 'get' | 'put' | 'post' | 'patch' | 'delete'
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>
/** The addresses that know a method. */
type With<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends object ? P : never
}[keyof paths]

type Json<Answer> = Answer extends { content: { 'application/json': infer Body } }
  ? Body
  : undefined
type Good<O> = O extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 | 202 | 204 ? Json<R[S]> : never }[keyof R]
  : never
type Body<O> = O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : never
type Part<O, In extends 'path' | 'query'> = O extends { parameters: { [K in In]?: infer P } }
  ? P
  : never

interface Asked<O> {
  path?: Part<O, 'path'>
  query?: Part<O, 'query'>
  /** A form carries files; anything else is JSON. */
  body?: Body<O> | FormData
  /** The ETag of the last reading, where the operation wants one. */
  ifMatch?: string
  idempotencyKey?: string
}

/** The same once its types were judged. */
interface Plain {
  path?: Record<string, string>
  query?: Record<string, string>
  body?: FormData | object
  ifMatch?: string
  idempotencyKey?: string
}

export interface Answered<Told> {
  told: Told
  etag: string | null
  /** The address of what follows, of a list. */
  next: string | null
}

interface Said {
  status: number
  code: string
  detail: string
  errors?: { pointer?: string; detail: string }[]
}

/** What the house refused (RFC 9457). */
export class Problem extends Error {
  status: number
  code: string
  errors: NonNullable<Said['errors']>

  constructor({ status, code, detail, errors = [] }: Said) {
    super(detail)
    this.status = status
    this.code = code
    this.errors = errors
  }
}

/** Opens the house to a program: `base` ends with /api/v1. Everything throws `Problem`. */
export function halle(base: string, token: string) {
  async function ask<Told>(method: Method, address: string, asked: Plain): Promise<Answered<Told>> {
    const { body, ifMatch, idempotencyKey } = asked
    const path = Object.entries(asked.path ?? {}).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
      address
    )
    const query = new URLSearchParams(asked.query ?? {}).toString()
    const headers: Record<string, string> = { authorization: `Bearer ${token}` }
    if (body && !(body instanceof FormData)) headers['content-type'] = 'application/json'
    if (ifMatch) headers['if-match'] = ifMatch
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
    const response = await fetch(`${base}${path}${query && `?${query}`}`, {
      method: method.toUpperCase(),
      body: body instanceof FormData ? body : body && JSON.stringify(body),
      headers,
    })
    if (!response.ok) throw new Problem((await response.json()) as Said)
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const told = (isJson ? await response.json() : await response.arrayBuffer()) as Told
    const [, next = null] = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '') ?? []
    return { told, etag: response.headers.get('etag'), next }
  }

  const caller =
    <M extends Method>(method: M) =>
    <P extends With<M>>(address: P, asked: Asked<Operation<P, M>> = {}) =>
      ask<Good<Operation<P, M>>>(method, address as string, asked as Plain)

  return {
    get: caller('get'),
    put: caller('put'),
    post: caller('post'),
    patch: caller('patch'),
    delete: caller('delete'),
  }
}
