import router from '@adonisjs/core/services/router'
import { allRooms } from '#kernel/room'

export interface RouteFacts {
  name: string
  pattern: string
  methods: string[]
  /** Named middleware in their order: `auth`, `tenant`, `can`… */
  guards: { name: string; args: Record<string, string> }[]
}

/** Routes behind a login without a permission in a tenant, by their name, and why. */
export const LOGIN_ONLY: [RegExp, string][] = [
  [/^home$/, 'a person chooses among the collectivites where she works'],
  [/^(account|identity)\./, 'a person reads and changes her own login, and nothing else'],
  [/^[a-z]+\.own_/, 'a room shows to a person what is hers wherever she works, tenant by tenant'],
  [
    /^[a-z]+\.together\./,
    'a person meets in one list what each collectivite opened to her, read behind the wall of each',
  ],
  [
    /^portal\.(home|tasks|places|search|wide_search)/,
    'a person meets her own work, read behind row-level security',
  ],
]

/** The routes of the product; empty until the router is committed. */
export function allRoutes(): RouteFacts[] {
  if (!router.commited) router.commit()
  return router.toJSON().root.map(({ name, pattern, methods, middleware }) => ({
    name: name ?? '',
    pattern,
    methods,
    guards: [...middleware.all()].flatMap((one) =>
      'name' in one && one.name
        ? [
            {
              name: one.name,
              args: ((one as { args?: object }).args ?? {}) as Record<string, string>,
            },
          ]
        : []
    ),
  }))
}

const REASON_LENGTH = 15

/** Why this route may be called by whom it may be called; a list of what is missing. */
function reproachesOf(route: RouteFacts, permissions: string[]): string[] {
  const guard = (name: string) => route.guards.find((one) => one.name === name)
  const names = route.guards.map(({ name }) => name)
  const open = guard('open') ?? guard('publicTenant')
  if (open)
    return (open.args.reason ?? '').length < REASON_LENGTH
      ? ['it is public and does not say why']
      : []
  const program = guard('program')
  if (program)
    return permissions.includes(program.args.permission)
      ? []
      : [`nobody declares ${program.args.permission}`]
  // Somebody who is no agent: each page reads only her own, behind a wall of her own
  if (guard('outsider') ?? guard('outsiderProgram')) return []
  if (!guard('auth')) return ['nobody is asked who she is']
  if (guard('operator'))
    return names.indexOf('auth') < names.indexOf('operator') ? [] : ['operator comes before auth']
  const can = guard('can')
  if (guard('tenant')) {
    if (!can) return isLoginOnly(route) ? [] : ['it has no policy: use(can(…))']
    const inOrder =
      names.indexOf('auth') < names.indexOf('tenant') &&
      names.indexOf('tenant') < names.indexOf('can')
    return [
      ...(inOrder ? [] : [`its guards are in the order ${names.join(', ')}`]),
      ...(permissions.includes(can.args.permission)
        ? []
        : [`nobody declares ${can.args.permission}`]),
    ]
  }
  return isLoginOnly(route) ? [] : ['a login is enough, and no reason is given in LOGIN_ONLY']
}

const isLoginOnly = ({ name }: RouteFacts) => LOGIN_ONLY.some(([pattern]) => pattern.test(name))

export function withoutPolicy(routes: RouteFacts[], permissions = declaredPermissions()): string[] {
  return routes.flatMap((route) =>
    reproachesOf(route, permissions).map((what) => `${said(route)}: ${what}`)
  )
}

/** URLs that say one thing while their guards say another. */
export function misleading(routes: RouteFacts[]): string[] {
  const has = (route: RouteFacts, name: string) => route.guards.some((guard) => guard.name === name)
  return routes.flatMap((route) => {
    const { pattern, name } = route
    const ofTenant = pattern.startsWith('/c/:tenant')
    const ofPublic = pattern.startsWith('/p/:tenant')
    const ofPrograms = pattern.startsWith('/api/v1/')
    return [
      ...(ofTenant !== has(route, 'tenant')
        ? [`${said(route)}: /c/:tenant and the tenant guard go together`]
        : []),
      ...(ofPublic !== has(route, 'publicTenant')
        ? [`${said(route)}: /p/:tenant and the public guard go together`]
        : []),
      ...(ofPrograms !== isGuardedForPrograms(route) && !isOpenReading(route)
        ? [`${said(route)}: /api/v1/ and the guard of programs go together`]
        : []),
      ...(name ? [] : [`${said(route)}: it has no name`]),
      ...(name && routes.filter((other) => other.name === name).length > 1
        ? [`${said(route)}: its name is taken`]
        : []),
    ]
  })
}

/** Calls that bear no token: what is sent is signed, and the key that signed it says who sends it. */
const SIGNED = ['procurement.open.looks.store']

/** By the token of an agent's program or of a company's, or by what it signs. */
export const isGuardedForPrograms = ({ name, guards }: RouteFacts) =>
  SIGNED.includes(name) ||
  guards.some((guard) => ['program', 'outsiderProgram'].includes(guard.name))

/** Where nothing changes and nobody is asked: what a program reads before it has a token. */
const isOpenReading = ({ methods, guards }: RouteFacts) =>
  methods.every((method) => ['GET', 'HEAD'].includes(method)) &&
  guards.some(({ name }) => name === 'open')

export const declaredPermissions = () =>
  allRooms().flatMap(({ permissions }) => Object.keys(permissions))

const said = ({ methods, pattern, name }: RouteFacts) => `${methods[0]} ${pattern} (${name})`
