import {
  cruise,
  type ICruiseResult,
  type IForbiddenRuleType,
  type IResolveOptions,
} from 'dependency-cruiser'
import type { Tree } from './tree.js'

/** Node's modules that touch nothing but memory. */
const PURE_NODE = [
  'assert',
  'buffer',
  'crypto',
  'path',
  'stream',
  'stream/promises',
  'url',
  'util',
  'zlib',
]
const PURE_PACKAGES = [
  '@libpdf/core',
  '@kenjiuno/msgreader',
  '@noble',
  '@peculiar',
  '@fontsource',
  'd3-',
  'libxml2-wasm',
  'lucide-static',
  'luxon',
  'node-forge',
  'pdfkit',
  'pkijs',
  'asn1js',
  'postal-mime',
  'qrcode',
  'reflect-metadata',
  'tar-stream',
  'uuid',
  'xml2js',
  'yauzl',
  'yazl',
  '@types',
]

/** Without `.js -> .ts` nothing of ours resolves, and every rule passes on nothing. */
const RESOLUTION = {
  extensions: ['.ts', '.js', '.mjs', '.json'],
  extensionAlias: { '.js': ['.ts', '.js'] },
  conditionNames: ['import', 'node', 'default'],
  exportsFields: ['exports'],
} as Partial<IResolveOptions>

/** BullMQ, on Redis or on PostgreSQL: a worker's business. A page writes to the outbox and asks no more. */
const CARRIERS = '^app/kernel/jobs/(?:queue_backend|queues|workers|kept_worker|loop)\\.ts$'

const alternatives = (names: string[]) => names.join('|')
const error = (name: string, from: object, to: object): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from,
  to,
})

const FIXED = [
  error('everything resolves', {}, { couldNotResolve: true }),
  error('lib knows no application', { path: '^lib/' }, { path: '^(?:app|config|start|database)/' }),
  error(
    'lib knows neither Adonis nor a database',
    { path: '^lib/' },
    { path: 'node_modules/(?:@adonisjs|@poppinss|bullmq|pg|knex)/' }
  ),
  error(
    'the kernel knows no page and no room',
    { path: '^app/kernel/' },
    { path: '^app/(?!kernel/)' }
  ),
  error(
    'pages stand without what carries the jobs',
    {
      path: '^(?:app|config|start)/',
      pathNot: `${CARRIERS}|^app/(?:web/watch/start_worker|console/jobs/prepare)\\.ts$`,
    },
    { path: `${CARRIERS}|node_modules/(?:bullmq|ioredis)/` }
  ),
  error('the web knows no room', { path: '^app/web/' }, { path: '^app/(?!kernel/|web/)' }),
  error(
    'a room shows its facade only',
    { path: '^app/([^/]+)/', pathNot: '^app/(?:kernel|web)/' },
    { path: '^app/(?!kernel/|web/)', pathNot: '^app/$1/|^app/[^/]+/index\\.ts$' }
  ),
  error(
    'what leaves the pages says its dates in French',
    { path: '^app/[^/]+/(?:jobs|api|open_api|models|gateways|[^/]*mails?)/' },
    { path: '^app/web/dates\\.ts$' }
  ),
  error('files import in no circle', {}, { circular: true }),
  error(
    'rules and formats are pure',
    { path: '^app/([^/]+)/(?:rules|formats)/' },
    {
      path: '^app/',
      pathNot: '^app/$1/(?:rules|formats)/',
      dependencyTypesNot: ['type-only'],
    }
  ),
  error(
    'rules and formats use pure packages',
    { path: '^app/[^/]+/(?:rules|formats)/' },
    { path: 'node_modules/', pathNot: `node_modules/(?:${alternatives(PURE_PACKAGES)})` }
  ),
  error(
    'rules and formats use pure modules of Node',
    { path: '^app/[^/]+/(?:rules|formats)/' },
    { dependencyTypes: ['core'], pathNot: `^(?:node:)?(?:${alternatives(PURE_NODE)})$` }
  ),
  error(
    'the product ignores its simulators, tests and benches',
    { path: '^(?:lib|app|config|start)/' },
    { path: '^(?:simulators|tests|bench)/' }
  ),
  error(
    'simulators know the libraries only',
    { path: '^simulators/' },
    { path: '^(?:app|config|start|database)/' }
  ),
  error('models read no setting', { path: '^app/[^/]+/models/' }, { path: '^(?:config|start)/' }),
  error(
    'rooms reach the base through tenancy alone',
    { path: '^app/(?!kernel/|web/|identity/|outsiders/|console/)' },
    { path: 'node_modules/@adonisjs/lucid/build/services/db|node_modules/(?:pg|knex)/' }
  ),
  error(
    'generated lists serve the wiring only',
    { path: '^app/', pathNot: 'routes\\.ts$' },
    { path: '^\\.adonisjs/' }
  ),
]

/** The applications of the house itself, and what each may ask of another. */
const STANDING_BESIDE = {
  identity: [],
  // Its doors are made of the parts of the other door
  outsiders: ['identity'],
  console: ['identity', 'outsiders'],
}

/** What everything above the web may ask: every room meets people who are no agent. */
const OPEN_TO_ALL = ['kernel', 'web', 'outsiders']

/** One rule a room: what its room.ts declares, and nothing else. */
const declaredOnly = (room: string, dependsOn: string[]) =>
  error(
    `${room} imports only what it declares`,
    { path: `^app/${room}/` },
    { path: '^app/', pathNot: `^app/(?:${alternatives([...OPEN_TO_ALL, room, ...dependsOn])})/` }
  )

/** Reads every import of a tree; `declared` says which rooms each room may import. */
export async function readImports(
  tree: Tree,
  declared: Record<string, string[]>
): Promise<ICruiseResult> {
  const above = Object.entries({ ...STANDING_BESIDE, ...declared })
  const rooms = above.map(([room, dependsOn]) => declaredOnly(room, dependsOn))
  const folders = [
    'lib',
    'app',
    'config',
    'start',
    'simulators',
    'bin',
    'bench',
    'resources/js',
  ].filter((folder) => tree.has(folder))
  const { output } = await cruise(
    folders,
    {
      baseDir: tree.root,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules|^\\.adonisjs' },
      validate: true,
      ruleSet: { forbidden: [...FIXED, ...rooms] },
    },
    RESOLUTION
  )
  return output as ICruiseResult
}

export const brokenRules = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ rule, from, to }) => `${from}: ${rule.name} (${to})`)

/** Imports of another room by a path rather than by its bare alias. */
export const besideTheAlias = ({ modules }: ICruiseResult): string[] =>
  modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(
        ({ resolved }) => roomOf(resolved) && roomOf(source) && roomOf(resolved) !== roomOf(source)
      )
      .filter(({ module, resolved }) => !facades(roomOf(resolved)!).includes(module))
      .map(({ module }) => `${source}: write the bare alias, not ${module}`)
  )

/** The circles of a declared graph, each as a path. */
export function circlesOf(declared: Record<string, string[]>): string[] {
  const walk = (room: string, path: string[]): string[] =>
    path.includes(room)
      ? [[...path.slice(path.indexOf(room)), room].join(' -> ')]
      : (declared[room] ?? []).flatMap((next) => walk(next, [...path, room]))
  return Object.keys(declared).flatMap((room) => walk(room, []))
}

/** How a room is called by another; those of the house have aliases of their own. */
const facades = (room: string) => [`#rooms/${room}`, `#${room}`]

const roomOf = (path: string) => /^app\/(?!(?:kernel|web)\/)([^/]+)\//.exec(path)?.[1]
