import { test } from '@japa/runner'
import { allRooms } from '#kernel/room'
import { besideTheAlias, brokenRules, circlesOf, readImports } from './support/imports.js'
import { rule } from './support/rule.js'
import { house, STOREYS, planted, roomsOf } from './support/tree.js'

const declared = () =>
  Object.fromEntries(
    allRooms()
      .filter(({ name }) => !STOREYS.includes(name))
      .map(({ name, dependsOn }) => [name, dependsOn])
  )

/** A street where every rule is broken once. */
const BREACHES = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: {
      '#lib/*': './lib/*.js',
      '#kernel/*': './app/kernel/*.js',
      '#web/*': './app/web/*.js',
      '#rooms/*': './app/*/index.js',
      '#mairie': './app/mairie/index.js',
      '#mairie/*': './app/mairie/*.js',
      '#ecole': './app/ecole/index.js',
      '#ecole/*': './app/ecole/*.js',
    },
  }),
  'app/kernel/jobs/queues.ts': `export const openQueues = () => []`,
  'app/web/hasty.ts': `import { openQueues } from '#kernel/jobs/queues'\nopenQueues()`,
  'app/kernel/clock.ts': `export const clock = {}`,
  'lib/values.ts': `import { clock } from '#kernel/clock'\nexport { clock }`,
  'lib/served.ts': `import router from '@adonisjs/core/services/router'\nexport { router }`,
  'app/kernel/shown.ts': `import { page } from '#web/page'\npage()`,
  'app/web/page.ts': `import { open } from '#mairie'\nexport const page = open`,
  'app/web/dates.ts': `export const day = () => ''`,
  'app/mairie/jobs/mail_day.ts': `import { day } from '#web/dates'\nday()`,
  'app/mairie/chicken.ts': `import type { Egg } from './egg.js'\nexport type Chicken = Egg`,
  'app/mairie/egg.ts': `import type { Chicken } from './chicken.js'\nexport type Egg = Chicken`,
  'app/kernel/curious.ts': `import { open } from '#mairie'\nopen()`,
  'app/mairie/index.ts': `export const open = () => true`,
  'app/outsiders/index.ts': `export const personOf = () => null`,
  'app/outsiders/nosy.ts': `import { open } from '#mairie'\nopen()`,
  'app/mairie/visited.ts': `import { personOf } from '#rooms/outsiders'\npersonOf()`,
  'app/mairie/models/mayor.ts': `import type { Pupil } from '#ecole/models/pupil'\nexport type Mayor = Pupil`,
  'app/mairie/undeclared.ts': `import { teach } from '#ecole'\nteach()`,
  'app/mairie/lost.ts': `import { x } from '#kernel/nowhere'\nx()`,
  'app/mairie/tested.ts': `import { x } from '../../simulators/ministry.js'\nx()`,
  'config/app.ts': `export const dataDir = ''`,
  'app/mairie/models/settled.ts': `import { dataDir } from '../../../config/app.js'\nexport { dataDir }`,
  'app/mairie/shortcut.ts': `import db from '@adonisjs/lucid/services/db'\nexport { db }`,
  'app/mairie/rules/late.ts': `import { clock } from '#kernel/clock'\nexport { clock }`,
  'app/mairie/formats/stored.ts': `import { BaseModel } from '@adonisjs/lucid/orm'\nexport { BaseModel }`,
  'app/mairie/formats/read.ts': `import { readFileSync } from 'node:fs'\nexport { readFileSync }`,
  'app/ecole/index.ts': `export const teach = () => true`,
  'app/ecole/models/pupil.ts': `export interface Pupil {}`,
  'app/ecole/long_way.ts': `import { open } from '../mairie/index.js'\nopen()`,
  'simulators/ministry.ts': `import { open } from '../app/mairie/index.js'\nexport const x = open`,
}

let read: ReturnType<typeof readImports> | null = null
/** The graph of the house, read once for all the rules. */
const readHouse = () => (read ??= readImports(house, declared()))

const readBreaches = () =>
  planted(BREACHES, (tree) => readImports(tree, { mairie: [], ecole: ['mairie'] }))

test.group('Who imports whom', () => {
  test('every room is read, and imports are resolved', async ({ assert }) => {
    const { modules } = await readHouse()
    const resolved = modules
      .filter(({ source }) => source.startsWith('app/'))
      .flatMap((one) => one.dependencies)
    assert.isAbove(
      resolved.filter(({ module, resolved: to }) => module.startsWith('#') && to.endsWith('.ts'))
        .length,
      100
    )
    assert.sameMembers(Object.keys(declared()), roomsOf(house))
  })

  rule('each folder imports what it may', {
    house: async () => brokenRules(await readHouse()),
    planted: async () => brokenRules(await readBreaches()),
    catches: [
      /curious\.ts: the kernel knows no page and no room/,
      /shown\.ts: the kernel knows no page and no room/,
      /page\.ts: the web knows no room/,
      /hasty\.ts: pages stand without what carries the jobs/,
      /served\.ts: lib knows neither Adonis nor a database/,
      /mail_day\.ts: what leaves the pages says its dates in French/,
      /(?:egg|chicken)\.ts: files import in no circle/,
      /mayor\.ts: a room shows its facade only/,
      /nosy\.ts: outsiders imports only what it declares/,
      /undeclared\.ts: mairie imports only what it declares/,
      /lost\.ts: everything resolves/,
      /late\.ts: rules and formats are pure/,
      /read\.ts: rules and formats use pure modules of Node/,
      /stored\.ts: rules and formats use pure packages/,
      /values\.ts: lib knows no application/,
      /settled\.ts: models read no setting/,
      /shortcut\.ts: rooms reach the base through tenancy alone/,
      /tested\.ts: the product ignores its simulators/,
      /ministry\.ts: simulators know the libraries only/,
    ],
  })

  test('every room may ask who is outside, and needs not say so', async ({ assert }) => {
    const broken = await planted(BREACHES, async (tree) =>
      brokenRules(await readImports(tree, { mairie: [], ecole: ['mairie'] }))
    )
    assert.isEmpty(broken.filter((line) => line.startsWith('app/mairie/visited.ts')))
  })

  rule('a room calls another by its bare alias', {
    house: async () => besideTheAlias(await readHouse()),
    planted: async () => besideTheAlias(await readBreaches()),
    catches: [
      /long_way\.ts: write the bare alias, not \.\.\/mairie/,
      /mayor\.ts.*#ecole\/models\/pupil/,
    ],
  })

  rule('the declared graph has no circle', {
    house: () => circlesOf(declared()),
    planted: () => circlesOf({ mairie: ['ecole'], ecole: ['cantine'], cantine: ['mairie'] }),
    catches: [/mairie -> ecole -> cantine -> mairie/],
  })
})
