import { test } from '@japa/runner'
import { affected, changedOnBranch, readUses } from '../../../bin/suite/affected.mjs'
import { planted } from '../../architecture/support/tree.js'
import { suiteOf } from '../../../bin/suite/plan.mjs'

/** The portal shows what the actes say; the actes use the parapheur; the archive uses nobody. */
const uses = { parapheur: [], actes: ['parapheur'], portal: ['actes'], archiving: [] }
const FILES = [
  'tests/lib/writing_xml.spec.ts',
  'tests/kernel/clock.spec.ts',
  'tests/parapheur/signing.spec.ts',
  'tests/actes/transmitting.spec.ts',
  'tests/portal/home.spec.ts',
  'tests/archiving/depositing.spec.ts',
  'tests/architecture/shape.spec.ts',
  'tests/browser/every_page.spec.ts',
]
const run = (...changed: string[]) => affected(FILES, changed, { uses, suiteOf })

test.group('What a branch runs', () => {
  test('a change in a room runs its specs, those of its users, and those of every room', ({
    assert,
  }) => {
    assert.deepEqual(run('app/parapheur/circuit/step.ts'), [
      'tests/kernel/clock.spec.ts',
      'tests/parapheur/signing.spec.ts',
      'tests/actes/transmitting.spec.ts',
      'tests/portal/home.spec.ts',
      'tests/architecture/shape.spec.ts',
      'tests/browser/every_page.spec.ts',
    ])
  })

  for (const file of [
    'resources/views/archiving/deposit.edge',
    'database/schema/archiving.ts',
    'database/frozen/archiving.sha256',
    'database/migrations/1795363021000_archiving_keep_more.ts',
    'tests/archiving/archive_world.ts',
  ])
    test(`${file} is a room’s`, ({ assert }) => {
      const specs = run(file)
      assert.include(specs, 'tests/archiving/depositing.spec.ts')
      assert.notInclude(specs, 'tests/actes/transmitting.spec.ts')
      assert.notInclude(specs, 'tests/lib/writing_xml.spec.ts')
    })

  for (const file of [
    'lib/values.ts',
    'app/kernel/clock.ts',
    'app/web/page.ts',
    'app/identity/room.ts',
    'resources/css/base.css',
    'tests/helpers/browser.ts',
    'start/rooms.ts',
    'package-lock.json',
    'database/migrations/1795363021000_kernel_keep_more.ts',
    'bin/suite/plan.mjs',
  ])
    test(`${file} is under every room: everything is run`, ({ assert }) => {
      assert.deepEqual(run('app/archiving/room.ts', file), FILES)
    })

  test('a spec alone runs itself, and prose runs nothing', ({ assert }) => {
    assert.deepEqual(run('tests/kernel/clock.spec.ts', 'docs/STYLE.md'), [
      'tests/kernel/clock.spec.ts',
    ])
    assert.deepEqual(run('README.md'), [])
  })

  test('who uses whom is read from what they import, tests included', async ({ assert }) => {
    const street = {
      'app/kernel/room.ts': '',
      'app/mairie/room.ts': `import '#kernel/room'`,
      'app/ecole/room.ts': '',
      'app/ecole/open.ts': `import { open } from '#rooms/mairie'`,
      'app/halles/room.ts': '',
      'tests/halles/world.ts': `import { pupil } from '../ecole/world.js'`,
      'app/place/room.ts': '',
      'app/place/home.ts': 'allRooms().map(({ label }) => label)',
    }
    const read = await planted(street, ({ root }) => readUses(root))
    assert.deepEqual(read, {
      ecole: ['mairie'],
      halles: ['ecole'],
      mairie: [],
      place: ['ecole', 'halles', 'mairie'],
    })
  })

  test('everything is run where changes land', ({ assert }) => {
    assert.isNull(changedOnBranch({ CI: 'true' }))
  })
})
