import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { fill, fillPath, roomWords } from '#console/scaffold/room_names'
import { secondHouse } from '#tests/helpers/second_house'

test.group('Adding a room by one command', () => {
  test('its suite, the walls and the architecture are green at once', async ({ assert }) => {
    const house = await secondHouse()
    try {
      const made = house.ace('make:room', 'cantine', '--thing=repas_servi', '--label=Cantine')
      assert.equal(made.status, 0, made.output)
      assert.isTrue(existsSync(join(house.root, 'app/cantine/index.ts')))
      for (const suites of [
        ['rooms', '--files=life_of_a_repas_servi'],
        ['isolation', 'architecture'],
      ]) {
        const { status, output } = house.ace('test', ...suites)
        assert.equal(status, 0, output)
        assert.match(output, /PASSED/)
      }
    } finally {
      await house.remove()
    }
  }).timeout(300_000)

  test('a name that would not be a room is refused with a sentence', ({ assert }) => {
    for (const name of ['kernel', 'Écoles', 'a-b', 'x']) {
      assert.throws(() => roomWords(name, { moment: 1 }), /ne peut pas nommer un service/)
    }
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
