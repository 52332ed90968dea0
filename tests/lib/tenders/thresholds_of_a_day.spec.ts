import { test } from '@japa/runner'
import { tenders } from '../sealing/tenders_command.js'

const run = (line: string) => tenders(...line.split(' '), '--json')

test.group('Thresholds of the day of the launch', () => {
  const none = { procedure: 'sans-publicite', publicity: 'none', dceOnProfile: false }
  const free = { procedure: 'mapa', publicity: 'free', dceOnProfile: true, decp: true }
  const mapa = { procedure: 'mapa', publicity: 'boamp-or-jal', dceOnProfile: true, decp: true }
  const formal = {
    procedure: 'formalisee',
    publicity: 'boamp-and-joue',
    dceOnProfile: true,
    decp: true,
  }
  const CASES: [on: string, nature: string, amount: string, buyer: string, answer: object][] = [
    ['2026-11-29', 'services', '0', 'local', { ...none, decp: false }],
    ['2026-11-29', 'services', '39999.99', 'local', { ...none, decp: false }],
    ['2026-11-29', 'services', '40000', 'local', { ...none, decp: true }],
    ['2026-11-29', 'fournitures', '59999.99', 'local', { ...none, decp: true }],
    ['2026-11-29', 'fournitures', '60000', 'local', free],
    ['2026-11-29', 'services', '89999.99', 'local', free],
    ['2026-11-29', 'services', '90000', 'local', mapa],
    ['2026-11-29', 'services', '139999.99', 'etat', mapa],
    ['2026-11-29', 'services', '140000', 'etat', formal],
    ['2026-11-29', 'services', '140000', 'local', mapa],
    ['2026-11-29', 'services', '216000', 'local', formal],
    ['2026-11-29', 'travaux', '99999', 'local', { ...none, decp: true }],
    ['2026-11-29', 'travaux', '100000', 'local', mapa],
    ['2026-11-29', 'travaux', '5403999', 'etat', mapa],
    ['2026-11-29', 'travaux', '5404000', 'etat', formal],
    ['2026-03-31', 'services', '45000', 'local', free],
    ['2026-04-01', 'services', '45000', 'local', { ...none, decp: true }],
    ['2026-03-31', 'services', '216000', 'local', formal],
    ['2025-12-31', 'services', '216000', 'local', mapa],
    ['2025-12-31', 'services', '221000', 'local', formal],
    ['2025-12-31', 'travaux', '5404000', 'local', mapa],
    ['2025-12-31', 'travaux', '5538000', 'local', formal],
    ['2025-06-01', 'services', '143000', 'etat', formal],
  ]
  for (const [on, nature, amount, buyer, expected] of CASES) {
    test(`${nature} of ${amount} euros for ${buyer} on ${on}`, async ({ assert }) => {
      const { status, answer } = await run(
        `thresholds --on ${on} --nature ${nature} --amount ${amount} --buyer ${buyer}`
      )
      assert.equal(status, 0)
      assert.deepEqual(answer, expected)
    })
  }

  test('a day whose thresholds are not known yet is refused, not guessed', async ({ assert }) => {
    const line = '--nature travaux --amount 10 --buyer local'
    const { status, answer } = await run(`thresholds --on 2028-01-01 ${line}`)
    assert.equal(status, 1)
    assert.match(answer.error.message, /1er janvier 2028/)
    assert.equal(
      (await run('thresholds --on 2026-01-01 --nature travaux --amount 1e3 --buyer local')).status,
      2
    )
    assert.equal(
      (await run('thresholds --on 2026-01-01 --nature travaux --amount -1 --buyer local')).status,
      2
    )
  })
})
