import { test } from '@japa/runner'
import { momentSaid } from '#lib/backup/find_point'
import {
  chooseGoal,
  momentOf,
  NoPoint,
  pointName,
  readPoint,
  writePoint,
  type Point,
} from '#lib/backup/points'

const point = (at: string, base = 'one', kind: 'files' | 'dump' = 'files'): Point => ({
  at,
  base: { id: base, kind, name: `bases/${base}`, sha256: '0', size: 1 },
  keys: 'keys/a.json',
  documents: { count: 0, bytes: 0 },
})
const ten = '2026-11-29T10:00:00.000Z'
const eleven = '2026-11-29T11:00:00.000Z'
const noon = '2026-11-29T12:00:00.000Z'

test.group('The points of a backup', () => {
  test('are named so that they are found in the order of time', ({ assert }) => {
    assert.equal(pointName(ten), 'points/20261129T100000000Z.json')
    assert.equal(momentOf(pointName(ten)), ten)
    assert.isNull(momentOf('points/20261129T100000000Z.json.part'))
    assert.isNull(momentOf('points/notes.txt'))
  })

  test('cut anywhere, or touched, are no points', ({ assert }) => {
    const text = writePoint(point(ten))
    assert.deepEqual(readPoint(text), point(ten))
    for (let length = 0; length < text.length; length++)
      assert.isNull(readPoint(text.slice(0, length)))
    assert.isNull(readPoint(text.replace('"count":0', '"count":9')))
  })

  test('the last one is chosen, whatever the order they come in', ({ assert }) => {
    assert.deepEqual(chooseGoal([point(eleven), point(noon), point(ten)]), { point: point(noon) })
    assert.throws(() => chooseGoal([]), NoPoint)
  })

  test('a moment between two is reached in the log of the second, when they share a base', ({
    assert,
  }) => {
    const between = '2026-11-29T11:20:00.000Z'
    const points = [point(ten), point(eleven), point(noon)]
    assert.deepEqual(chooseGoal(points, between), { point: point(noon), stopAt: between })
    assert.deepEqual(chooseGoal(points, eleven), { point: point(eleven) })
    assert.deepEqual(chooseGoal(points, '2026-11-30T00:00:00.000Z'), { point: point(noon) })
    const apart = [point(eleven), point(noon, 'two')]
    assert.deepEqual(chooseGoal(apart, between), { point: point(eleven) })
    const dumps = [point(eleven, 'a', 'dump'), point(noon, 'b', 'dump')]
    assert.deepEqual(chooseGoal(dumps, between).point.at, eleven)
    assert.throws(() => chooseGoal(points, '2026-11-29T09:00:00.000Z'), /2026-11-29T10:00/)
  })

  test('a moment is said with its zone, or not at all', ({ assert }) => {
    assert.equal(momentSaid('2026-11-29T11:00:00+01:00'), ten)
    assert.equal(momentSaid('2026-11-29T10:00Z'), ten)
    for (const said of ['2026-11-29T10:00:00', '2026-11-29', 'hier', '2026-13-29T10:00:00Z', ''])
      assert.throws(() => momentSaid(said), /n’est pas un moment/)
  })
})
