import { test } from '@japa/runner'
import { rule } from './support/rule.js'
import {
  badlyNamedFiles,
  escapes,
  halfMerged,
  impure,
  incompleteRooms,
  namedOutside,
  readsEnvironment,
  tooLong,
  unexplained,
  unfinished,
  untestedLifecycles,
} from './support/shape.js'
import { longFolders, swollenKernel } from './support/spread.js'
import { house, planted } from './support/tree.js'

const BREACHES = {
  'config/app.ts': `export const paths = ['kernel', 'mairie']`,
  'lib/silent.ts': `export const convert = (value: number) => value`,
  'app/mairie/long.ts': 'x()\n'.repeat(251),
  'app/ecole/short.ts': 'x()\n'.repeat(120),
  'app/mairie/BadName.ts': '',
  'app/mairie/later.ts': ['// TO', 'DO: finish'].join(''),
  'app/mairie/reader.ts': `const port = process.env.PORT`,
  'app/mairie/rules/now.ts': `export const late = () => Date.now() > 3`,
  'app/mairie/silent.ts': `// @ts-ignore\nx.y.z()`,
  'app/mairie/models/vote_lifecycle.ts': `export const voteLifecycle = defineLifecycle({ open: { close: 'closed' }, closed: {} })`,
  'app/mairie/merged.edge': `${'<'.repeat(7)} HEAD\nx\n${'>'.repeat(7)} main`,
  'tests/other.spec.ts': `voteLifecycle.next('open', 'close')`,
}

test.group('The shape of the code', () => {
  test('the sources are read', ({ assert }) => {
    assert.isAbove(house.files.filter((file) => file.startsWith('app/')).length, 100)
  })

  rule('a file stops at 250 lines', {
    house: () => tooLong(house),
    planted: () => planted(BREACHES, tooLong),
    catches: [/long\.ts: 251 lines/],
  })

  rule('nineteen files in twenty of each folder stop at 120 lines', {
    house: () => longFolders(house),
    planted: () => planted(BREACHES, longFolders),
    catches: [/app\/mairie: p95 of its files is 251 lines/],
  })

  test('a folder whose files are of the usual length is let be', async ({ assert }) => {
    const said = await planted(BREACHES, longFolders)
    assert.isFalse(said.some((line) => /ecole|lib/.test(line)))
  })

  rule('the kernel stops at 4,000 lines', {
    house: () => swollenKernel(house),
    planted: () => planted({ 'app/kernel/grown.ts': '// grown\n'.repeat(4_001) }, swollenKernel),
    catches: [/app\/kernel: \d+ lines/],
  })

  rule('files are named in snake_case', {
    house: () => badlyNamedFiles(house),
    planted: () => planted(BREACHES, badlyNamedFiles),
    catches: [/BadName/],
  })

  rule('nothing is left for later', {
    house: () => unfinished(house),
    planted: () => planted(BREACHES, unfinished),
    catches: [/later\.ts:1/],
  })

  rule('settings are read in one place', {
    house: () => readsEnvironment(house),
    planted: () => planted(BREACHES, readsEnvironment),
    catches: [/reader\.ts:1/],
  })

  rule('rules and formats have no clock', {
    house: () => impure(house),
    planted: () => planted(BREACHES, impure),
    catches: [/now\.ts:1/],
  })

  rule('no merge is left half done', {
    house: () => halfMerged(house),
    planted: () => planted(BREACHES, halfMerged),
    catches: [/merged\.edge:1/],
  })

  rule('the checks are not silenced', {
    house: () => escapes(house),
    planted: () => planted(BREACHES, escapes),
    catches: [/silent\.ts:1/],
  })

  rule('every room is whole', {
    house: () => incompleteRooms(house),
    planted: () => planted(BREACHES, incompleteRooms),
    catches: [
      /no room\.ts/,
      /no index/,
      /no routes/,
      /no page/,
      /no suite/,
      /glossary/,
      /no line of start\/rooms\.ts opens it/,
    ],
  })

  rule('nothing outside its own folders names a room', {
    house: () => namedOutside(house),
    planted: () => planted(BREACHES, namedOutside),
    catches: [/config\/app\.ts: it names mairie/],
  })

  rule('what the whole house calls is explained', {
    house: () => unexplained(house),
    planted: () => planted(BREACHES, unexplained),
    catches: [/lib\/silent\.ts: convert/],
  })

  rule('every lifecycle has its matrix test', {
    house: () => untestedLifecycles(house),
    planted: () => planted(BREACHES, untestedLifecycles),
    catches: [/vote_lifecycle\.ts: no test walks/],
  })
})
