import { execFileSync } from 'node:child_process'
import { test } from '@japa/runner'
import { fill, fillPath, refuseNamesOfStubs, roomWords } from '#console/scaffold/room_names'
import { secondHouse } from '#tests/helpers/second_house'

/** The walls and the rules of the second house take minutes: they are asked for (WHOLE_HOUSE=1). */
const WHOLE = process.env.WHOLE_HOUSE ? [['isolation', 'architecture']] : []

test.group('Adding a room by one command', () => {
  test('opens it for whoever is provisioned, beside a room whose things have the same name', async ({
    assert,
  }) => {
    const house = await secondHouse()
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], {
        cwd: house.root,
        encoding: 'utf8',
      })
    try {
      git('init', '-q')
      git('add', '-A')
      git('commit', '-qm', 'The house')
      // The parapheur has folders too
      const made = house.ace('make:room', 'courrier', '--thing=folder', '--label=Courrier')
      assert.equal(made.status, 0, made.output)
      const touched = git('status', '--porcelain', '-uall').split('\n').filter(Boolean)
      assert.deepEqual(
        touched.filter((line) => !/\bcourrier\b|_courrier_/.test(line)),
        [' M start/rooms.ts']
      )
      for (const suites of [['rooms', '--files=life_of_a_folder'], ...WHOLE]) {
        const { status, output } = house.ace('test', ...suites)
        assert.equal(status, 0, output)
        assert.match(output, /PASSED/)
      }
    } finally {
      await house.remove()
    }
  }).timeout(1_200_000)

  test('a name that would not be a room is refused with a sentence', ({ assert }) => {
    const names = { Écoles: /sans accent/, plan_eau: /un seul mot/, x2: /de 3 à 30 lettres/ }
    for (const [name, why] of Object.entries(names))
      assert.throws(() => roomWords(name, { moment: 1 }), why)
    assert.throws(() => roomWords('kernel', { moment: 1 }), /« kernel » .* la maison s’en sert/)
    for (const name of ['user', 'class', 'select'])
      assert.throws(() => roomWords(name, { moment: 1 }), /TypeScript ou PostgreSQL/)
  })

  test('a thing that no table nor variable could be called after is refused', ({ assert }) => {
    const named = (thing: string) => () => roomWords('guichet', { thing, moment: 1 })
    for (const thing of ['Démarche', 'avis2', '_x', 'a'.repeat(41)])
      assert.throws(named(thing), /ne peut pas nommer une chose : des mots/)
    for (const thing of ['class', 'order', 'user'])
      assert.throws(named(thing), /TypeScript ou PostgreSQL/)
    const stub = "import { tasks } from '#kernel/tasks' // une note\nconst %thing%Page = tasks"
    const words = (thing: string) => roomWords('guichet', { thing, moment: 1 })
    assert.throws(() => refuseNamesOfStubs(words('task'), [stub]), /« tasks » sert déjà/)
    assert.doesNotThrow(() => refuseNamesOfStubs(words('note'), [stub]))
  })

  test('a thing that has no plural of its own is refused', ({ assert }) => {
    assert.throws(
      () => roomWords('cantine', { thing: 'repas', moment: 1 }),
      /choisissez un autre nom/
    )
  })

  test('words fill texts and paths, and leave the rest alone', ({ assert }) => {
    const words = roomWords('guichet', { thing: 'demarche_ouverte', moment: 1795360000000 })
    assert.equal(
      fill('%Things%Controller %room% 100%', words),
      'DemarcheOuvertesController guichet 100%'
    )
    assert.equal(
      fillPath('__moment_____room___create___things_snake__.ts.stub', words),
      '1795360000000_guichet_create_demarche_ouvertes.ts'
    )
  })
})
