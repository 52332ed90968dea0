import type { Api } from '#web/api/operation'
import { allRoutes, type RouteFacts } from './routes.js'

const REASON_LENGTH = 15

/** Operations that change something without saying what their program saw, nor why it need not. */
export const unseen = (apis: readonly Api[]): string[] =>
  apis.flatMap(({ room, operations }) =>
    operations
      .filter(({ call }) => !call.startsWith('GET '))
      .filter(({ seen }) => !seen || ('nothing' in seen && seen.nothing.length < REASON_LENGTH))
      .map(({ name }) => `${room}.${name}: it compares nothing, and does not say why`)
  )

/** The gestures that the pages of a room offer: its routes that change something. */
const gesturesOf = (room: string, routes: RouteFacts[]) =>
  routes
    .filter(({ name, guards }) => name.startsWith(`${room}.`) && guards.some(isTenant))
    .filter(({ methods }) => methods.some((one) => !['GET', 'HEAD'].includes(one)))
    .map(({ name }) => name)
const isTenant = ({ name }: { name: string }) => name === 'tenant'

/** Gestures of pages that no program can do, and gestures that operations name and no page has. */
export function missingGestures(
  apis: readonly Api[],
  routes: RouteFacts[] = allRoutes()
): string[] {
  return apis.flatMap(({ room, operations, onScreenOnly }) => {
    const onPages = gesturesOf(room, routes)
    const named = new Set(operations.flatMap(({ gestures }) => gestures))
    const kept = Object.keys(onScreenOnly)
    return [
      ...onPages
        .filter((name) => !named.has(name) && !kept.includes(name))
        .map((name) => `${name}: a person may do it, and no program`),
      ...[...named, ...kept]
        .filter((name) => !onPages.includes(name))
        .map((name) => `${name}: no page has this gesture`),
      ...kept
        .filter((name) => named.has(name) || onScreenOnly[name].length < REASON_LENGTH)
        .map((name) => `${name}: why it is on screens only is not said, or is not true`),
    ]
  })
}

/** A gesture of a page and the operation that is it ask for the same permission. */
export function otherPermissions(
  apis: readonly Api[],
  routes: RouteFacts[] = allRoutes()
): string[] {
  const askedBy = (gesture: string) =>
    routes.find(({ name }) => name === gesture)?.guards.find(({ name }) => name === 'can')?.args
      .permission
  return apis.flatMap(({ room, operations, scopes }) =>
    operations.flatMap(({ name, permission, gestures }) => [
      ...(permission in scopes ? [] : [`${room}.${name}: its scope has no words`]),
      // One form may carry several gestures, each with its own permission
      ...(gestures.length === 0 || gestures.some((one) => askedBy(one) === permission)
        ? []
        : [`${room}.${name}: the page asks for ${gestures.map(askedBy).join()}`]),
    ])
  )
}
