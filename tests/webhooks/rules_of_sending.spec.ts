import { test } from '@japa/runner'
import { faultsIn } from '#app/webhooks/rules/data_shape'
import { allowedHostsOf, faultOf } from '#app/webhooks/rules/receiver_address'
import {
  delayAfter,
  isHopeless,
  MOST_ATTEMPTS,
  restAfter,
  retryAfterOf,
} from '#app/webhooks/rules/schedule'
import { attemptWords, verdictOf } from '#app/webhooks/rules/verdict'
import { uuidv7 } from '#lib/values'

test.group('The schedule of attempts', () => {
  test('is that of the convention, over three days', ({ assert }) => {
    const delays = Array.from({ length: MOST_ATTEMPTS }, (_, made) =>
      delayAfter({ attempts: made + 1, chance: 0 })
    )
    const hours = [2, 5, 10, 14, 20, 24].map((count) => count * 3600)
    assert.deepEqual(delays, [5, 300, 1800, ...hours, null])
  })

  test('never brings together what failed together', ({ assert }) => {
    assert.equal(delayAfter({ attempts: 3, chance: 1 }), 1980)
  })

  test('grants the patience that a receiver asks for, within an hour', ({ assert }) => {
    assert.equal(delayAfter({ attempts: 1, chance: 0, retryAfter: 120 }), 120)
    assert.equal(delayAfter({ attempts: 1, chance: 0, retryAfter: 999_999 }), 3600)
    assert.equal(delayAfter({ attempts: 5, chance: 0, retryAfter: 120 }), 5 * 3600)
  })

  test('lets a receiver rest that fails again and again', ({ assert }) => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 20].map((failures) => restAfter(failures)),
      [0, 0, 30, 60, 120, 900]
    )
    assert.equal(restAfter(1, 60), 60)
  })

  test('reads Retry-After in seconds, and no prose', ({ assert }) => {
    assert.deepEqual(
      ['120', '-1', '1e9', 'Sun, 29 Nov 2026 10:00:00 GMT', undefined].map(retryAfterOf),
      [120, 0, 0, 0, 0]
    )
  })

  test('leaves alone a receiver that took nothing for three days', ({ assert }) => {
    const now = new Date('2026-11-29T10:00:00Z')
    assert.isTrue(isHopeless(new Date('2026-11-26T10:00:00Z'), now))
    assert.isFalse(isHopeless(new Date('2026-11-26T10:00:01Z'), now))
  })
})

test.group('An answer', () => {
  test('is a receipt from 200 to 299 only', ({ assert }) => {
    const verdict = (status: number) => verdictOf({ outcome: 'answered', status })
    assert.deepEqual([200, 204, 299].map(verdict), ['arrived', 'arrived', 'arrived'])
    assert.deepEqual([301, 302, 400, 404, 429, 500, 503].map(verdict), Array(7).fill('failed'))
    assert.equal(verdict(410), 'gone')
    assert.equal(verdictOf({ outcome: 'timeout', status: null }), 'failed')
  })

  test('is said in a few words, and by a shape', ({ assert }) => {
    const said = (outcome: string, status: number | null = null) =>
      attemptWords({ outcome, status })
    assert.deepEqual(said('answered', 204), { label: 'Reçu (204)', meaning: 'done' })
    assert.equal(said('answered', 302).label, 'Redirection non suivie (302)')
    assert.equal(said('answered', 500).meaning, 'trouble')
    assert.match(said('private_address').label, /n’est pas d’internet/)
  })
})

test.group('The address of a receiver', () => {
  const allowed = allowedHostsOf(' erp.interne, 127.0.0.1:9000 ,[::1]:9000')
  const accepts = (url: string) => faultOf(url, allowed) === null

  test('is a whole https address of the internet', ({ assert }) => {
    assert.isTrue(accepts('https://ged.exemple.fr/crochets?membre=3'))
    assert.isTrue(accepts('https://ged.exemple.fr:8443/'))
    assert.isTrue(accepts('https://1.1.1.1/'))
  })

  test('is nothing else: {$self}')
    .with([
      ...[
        '',
        'ged.exemple.fr',
        'ftp://ged.exemple.fr',
        'javascript:alert(1)',
        'http://ged.exemple.fr',
      ],
      ...['https://moi:secret@ged.exemple.fr', 'https://ged.exemple.fr/#ancre'],
      ...['https://localhost/', 'https://serveur/', 'https://a.localhost/', 'https://x.internal/'],
      ...['https://127.0.0.1/', 'https://0x7f.1/', 'https://2130706433/', 'https://[::1]/'],
      ...['https://[::ffff:10.0.0.1]/', 'https://169.254.169.254/latest/meta-data'],
    ])
    .run(({ assert }, url) => assert.isFalse(accepts(url)))

  test('is what the operator allows, on the port that it allows', ({ assert }) => {
    assert.isTrue(accepts('http://erp.interne:8080/x'))
    assert.isTrue(accepts('http://127.0.0.1:9000/'))
    assert.isFalse(accepts('http://127.0.0.1:9001/'))
    assert.isTrue(accepts('http://[::1]:9000/'))
    assert.isFalse(accepts('http://autre.erp.interne/'))
  })
})

test.group('The data of a fact', () => {
  const home = 'https://halle.exemple.fr'
  const declared = {
    id: { kind: 'id' },
    ids: { kind: 'ids' },
    origin: { kind: 'ref' },
    url: { kind: 'address' },
    at: { kind: 'moment' },
  } as const
  const right = {
    id: uuidv7(),
    ids: [uuidv7()],
    origin: `mairie:${uuidv7()}`,
    url: `${home}/c/kervalan`,
    at: '2026-11-29T10:00:00.000Z',
  }

  test('is what was declared', ({ assert }) => {
    assert.deepEqual(faultsIn(right, declared, home), [])
    assert.deepEqual(faultsIn({ ...right, id: null }, declared, home), [])
  })

  test('carries no text out, under whatever name', ({ assert }) => {
    const said = 'Jean Le Bihan'
    for (const name of Object.keys(right))
      assert.deepEqual(faultsIn({ ...right, [name]: said }, declared, home), [
        `${name} is of another kind`,
      ])
    assert.deepEqual(faultsIn({ ...right, by: said }, declared, home), ['by is not declared'])
    assert.deepEqual(faultsIn({ ...right, ids: [said] }, declared, home), [
      'ids is of another kind',
    ])
    const elsewhere = { ...right, url: `${home}.exemple.net/` }
    assert.deepEqual(faultsIn(elsewhere, declared, home), ['url is of another kind'])
  })

  test('lacks nothing', ({ assert }) => {
    const { id, ids, origin, url } = right
    assert.deepEqual(faultsIn({ id, ids, origin, url }, declared, home), ['at is missing'])
  })
})
