import { test } from '@japa/runner'
import { allRooms } from '#kernel/room'
import {
  allRoutes,
  declaredPermissions,
  misleading,
  type RouteFacts,
  withoutPolicy,
} from './support/routes.js'
import { rule } from './support/rule.js'
import { house, STOREYS, planted, type Tree } from './support/tree.js'

const route = (
  name: string,
  pattern: string,
  ...guards: [string, Record<string, string>?][]
): RouteFacts => ({
  name,
  pattern,
  methods: ['GET'],
  guards: guards.map(([guard, args = {}]) => ({ name: guard, args })),
})

const BREACHES = [
  route('mairie.open', '/mairie'),
  route('mairie.shy', '/p/:tenant/mairie', ['publicTenant', { reason: 'parce que' }]),
  route('mairie.bare', '/c/:tenant/mairie', ['auth'], ['tenant']),
  route(
    'mairie.vague',
    '/c/:tenant/mairie/1',
    ['auth'],
    ['tenant'],
    ['can', { permission: 'mairie.unknown' }]
  ),
  route(
    'mairie.backwards',
    '/c/:tenant/mairie/2',
    ['auth'],
    ['can', { permission: 'mairie.read' }],
    ['tenant']
  ),
  route('mairie.login', '/mairie/3', ['auth']),
  route('mairie.forgetful', '/c/:tenant/mairie/4', ['auth'], ['operator']),
  route('mairie.forgetful', '/mairie/5', ['auth'], ['operator']),
  route('api.mairie.session', '/api/v1/mairie', ['auth']),
  route('api.mairie.vague', '/api/v1/mairie/1', ['program', { permission: 'mairie.unknown' }]),
  route('mairie.elsewhere', '/mairie/6', ['program', { permission: 'mairie.read' }]),
]

/** Permissions that nothing asks for, or that bear the name of another room. */
function idlePermissions(tree: Tree, declared: { room: string; permission: string }[]): string[] {
  const sources = tree.files
    .filter((file) => /^(app|resources)\/.*\.(ts|edge)$/.test(file) && !file.endsWith('room.ts'))
    .map((file) => tree.read(file))
  return declared.flatMap(({ room, permission }) => [
    ...(permission.startsWith(`${room}.`) ? [] : [`${permission}: it is declared by ${room}`]),
    ...(sources.some((text) => text.includes(`'${permission}'`))
      ? []
      : [`${permission}: it guards nothing`]),
  ])
}

/** Permissions that code or a page asks for and that nobody declares. */
const unknownPermissions = (tree: Tree, declared: string[]): string[] =>
  tree.files
    .filter((file) => /^(app|resources)\/.*\.(ts|edge)$/.test(file))
    .flatMap((file) =>
      [...tree.read(file).matchAll(/\b(?:can|allows)\('([a-z_]+\.[a-z_]+)'\)/g)]
        .filter(([, permission]) => !declared.includes(permission))
        .map(([, permission]) => `${file}: nobody declares ${permission}`)
    )

test.group('Routes and policies', () => {
  test('the router is committed, and its routes are counted', ({ assert }) => {
    assert.isAbove(allRoutes().length, 2)
    assert.isTrue(allRoutes().some(({ guards }) => guards.length > 0))
  })

  rule('every route has a policy, or says why it needs none', {
    house: () => withoutPolicy(allRoutes()),
    planted: () => withoutPolicy(BREACHES, ['mairie.read']),
    catches: [
      /mairie\.open\): nobody is asked/,
      /mairie\.shy\): it is public and does not say why/,
      /mairie\.bare\): it has no policy/,
      /(?<!api\.)mairie\.vague\): nobody declares mairie\.unknown/,
      /api\.mairie\.vague\): nobody declares mairie\.unknown/,
      /mairie\.backwards\): its guards are in the order/,
      /mairie\.login\): a login is enough/,
    ],
  })

  rule('a URL tells who may call it', {
    house: () => misleading(allRoutes()),
    planted: () => misleading(BREACHES),
    catches: [
      /mairie\/4 .*go together/,
      /mairie\/5 .*its name is taken/,
      /api\/v1\/mairie \(.*guard of programs/,
      /mairie\/6 .*guard of programs/,
    ],
  })

  rule('every permission guards something', {
    house: () =>
      idlePermissions(
        house,
        allRooms().flatMap(({ name: room, permissions }) =>
          Object.keys(permissions)
            .filter(() => !STOREYS.includes(room))
            .map((permission) => ({ room, permission }))
        )
      ),
    planted: () =>
      planted({ 'app/mairie/routes.ts': `can('mairie.read')` }, (tree) =>
        idlePermissions(tree, [
          { room: 'mairie', permission: 'mairie.idle' },
          { room: 'mairie', permission: 'ecole.read' },
        ])
      ),
    catches: [/mairie\.idle: it guards nothing/, /ecole\.read: it is declared by mairie/],
  })

  rule('no permission is asked for that nobody declares', {
    house: () => unknownPermissions(house, declaredPermissions()),
    planted: () =>
      planted({ 'resources/views/mairie/a.edge': `@if(allows('mairie.raed'))` }, (tree) =>
        unknownPermissions(tree, ['mairie.read'])
      ),
    catches: [/a\.edge: nobody declares mairie\.raed/],
  })
})
