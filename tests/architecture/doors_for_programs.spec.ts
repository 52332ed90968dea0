import { test } from '@japa/runner'
import vine from '@vinejs/vine'
import { isForPrograms } from '#web/api/for_programs'
import type { Api, Operation } from '#web/api/operation'
import { allApis } from '#web/api/registry'
import { allRoutes, type RouteFacts } from './support/routes.js'
import { missingGestures, otherPermissions, unseen } from './support/programs.js'
import { rule } from './support/rule.js'
import { house, planted, type Tree } from './support/tree.js'

const operation = (changes: Partial<Operation>): Operation => ({
  name: 'store',
  call: 'POST /',
  permission: 'mairie.write',
  title: 'Écrire',
  answer: { kind: 'thing', of: 'Chose', shape: vine.create({}) },
  seen: { nothing: 'it adds a thing beside the others' },
  gestures: ['mairie.things.store'],
  run: async () => ({}),
  ...changes,
})
const BREACHES: Api[] = [
  {
    room: 'mairie',
    path: '/mairie',
    label: 'Mairie',
    scopes: { 'mairie.write': 'écrire' },
    operations: [
      operation({}),
      operation({ name: 'silent', seen: undefined }),
      operation({ name: 'curt', seen: { nothing: 'why not' } }),
      operation({ name: 'invented', gestures: ['mairie.things.invent'] }),
      operation({ name: 'loose', permission: 'mairie.read' }),
    ],
    onScreenOnly: { 'mairie.things.update': 'no' },
  },
]
const page = (name: string): RouteFacts => ({
  name,
  pattern: `/c/:tenant/${name}`,
  methods: ['POST'],
  guards: [
    { name: 'tenant', args: {} },
    { name: 'can', args: { permission: 'mairie.write' } },
  ],
})
const PAGES = ['store', 'update', 'forget'].map((name) => page(`mairie.things.${name}`))

/**
 * The address is what sets a program apart, and two middlewares alone may treat it otherwise: no
 * session is opened (nothing that a browser adds by itself is looked at), hence no token against
 * forgery is asked for.
 */
const apartFor = (tree: Tree): string[] =>
  tree.files
    .filter((file) => file.startsWith('app/') && tree.read(file).includes('isForPrograms('))
    .filter((file) => !APART.includes(file))
    .map((file) => `${file}: it treats programs apart`)
const APART = [
  'app/web/api/for_programs.ts',
  'app/web/session_middleware.ts',
  'app/web/shield_middleware.ts',
  'app/web/exception_handler.ts',
]

/** Code of an API that reads what only a browser has. */
const browsersWords = (tree: Tree): string[] =>
  tree.files
    .filter((file) => /^app\/[^/]+\/api\/.*\.ts$/.test(file) && !/_controller\.ts$/.test(file))
    .filter((file) =>
      /\bsession\.|\.session\b|\bcookie\(|ctx\.auth\b|\bflash\(/.test(codeOf(tree.read(file)))
    )
    .map((file) => `${file}: it reads a session or a cookie`)
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

test.group('Doors for programs', () => {
  test('each room that has an API declares operations, and its routes are there', ({ assert }) => {
    const routes = allRoutes().filter(({ name }) => name.startsWith('api.'))
    const declared = allApis().flatMap(({ room, operations }) =>
      operations.map(({ name }) => `api.${room}.${name}`)
    )
    assert.isAbove(declared.length, 20)
    assert.sameMembers(
      routes.map(({ name }) => name),
      declared
    )
  })

  rule('an operation compares what its program saw, or says why it need not', {
    house: () => unseen(allApis()),
    planted: () => unseen(BREACHES),
    catches: [/mairie\.silent/, /mairie\.curt/],
  })

  rule('every gesture of a screen has its call', {
    house: () => missingGestures(allApis()),
    planted: () => missingGestures(BREACHES, PAGES),
    catches: [
      /mairie\.things\.forget: a person may do it, and no program/,
      /mairie\.things\.invent: no page has this gesture/,
      /mairie\.things\.update: why it is on screens only/,
    ],
  })

  rule('a program needs the permission that the page asks for', {
    house: () => otherPermissions(allApis()),
    planted: () => otherPermissions(BREACHES, PAGES),
    catches: [
      /mairie\.loose: its scope has no words/,
      /mairie\.loose: the page asks for mairie\.write/,
    ],
  })

  rule('nothing but the doors treats programs apart', {
    house: () => apartFor(house),
    planted: () =>
      planted(
        { 'app/mairie/controllers/things_controller.ts': 'if (isForPrograms(ctx)) {}' },
        (tree) => apartFor(tree)
      ),
    catches: [/things_controller\.ts/],
  })

  rule('what answers a program reads nothing that a browser sends by itself', {
    house: () => browsersWords(house),
    planted: () =>
      planted({ 'app/mairie/api/things.ts': `ctx.session.get('mine')` }, (tree) =>
        browsersWords(tree)
      ),
    catches: [/api\/things\.ts/],
  })

  test('the readable page is a page, and everything below it is for programs', ({ assert }) => {
    const at = (url: string) => isForPrograms({ request: { url: () => url } } as never)
    assert.isFalse(at('/api/v1'))
    assert.isTrue(at('/api/v1/openapi.json'))
    assert.isFalse(at('/c/kervalan/api/v1/x'))
  })
})
