import router from '@adonisjs/core/services/router'
import { middleware } from '../middleware.js'
import type { Api, Operation } from './operation.js'
import { runOperation } from './run_operation.js'

/** Under it, everything is for programs: no cookie is read, every error is a problem (RFC 9457). */
export const API_ROOT = '/api/v1'

const apis: Api[] = []

/** Every API that rooms opened, in their order. */
export const allApis = (): readonly Api[] => apis

/** Those of rooms that do something for programs: one may only say why its gestures are for people. */
export const openedApis = (): readonly Api[] => apis.filter(({ operations }) => operations.length)

/** `GET`, `/things/:id`. */
export function callOf({ path }: Pick<Api, 'path'>, { call }: Pick<Operation, 'call'>) {
  const [method, rest] = call.split(' ')
  return { method, path: `${path}${rest === '/' ? '' : rest}` }
}

/**
 * Opens a room to programs: each operation is a route `api.<room>.<name>` that asks for a token, and
 * a part of the document `openapi.json`. Called once, by the room.
 */
export function defineApi(api: Api): void {
  apis.push(api)
  for (const operation of api.operations) {
    const { method, path } = callOf(api, operation)
    const uuids = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
    const guard = { room: api.room, permission: operation.permission }
    const route = router
      .route(`${API_ROOT}${path}`, method === 'GET' ? ['GET', 'HEAD'] : [method], (ctx) =>
        runOperation(ctx, operation)
      )
      .as(`api.${api.room}.${operation.name}`)
      .use([...(operation.isPiece ? [middleware.piece()] : []), middleware.program(guard)])
    for (const name of uuids) route.where(name, router.matchers.uuid())
  }
}

/** A scope that a token may hold, as the page of tokens offers it. */
export interface Scope {
  scope: string
  label: string
  room: string
}

/** Every scope that an operation asks for. */
export const allScopes = (): Scope[] =>
  apis.flatMap(({ label: room, scopes }) =>
    Object.entries(scopes).map(([scope, label]) => ({ scope, label, room }))
  )
