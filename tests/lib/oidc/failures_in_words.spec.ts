import { test } from '@japa/runner'
import { faultOf, SIGN_IN_FAULTS, wordsOfFault, type SignInFault } from '#lib/oidc'

const failure = (values: object, cause?: unknown) =>
  Object.assign(new Error('failed', { cause }), values)

test.group('Why a sign-in by a provider failed', () => {
  test('each failure is told by its own sentence', ({ assert }) => {
    const cases: [unknown, SignInFault][] = [
      [failure({ error: 'access_denied' }), 'given_up'],
      [failure({ error: 'invalid_grant' }), 'too_late'],
      [failure({ code: 'ERR_JWT_EXPIRED' }), 'too_late'],
      [failure({ error: 'invalid_client' }), 'not_ready'],
      [failure({ error: 'server_error' }), 'not_identified'],
      [failure({ name: 'TimeoutError' }), 'away'],
      [failure({ code: 'OAUTH_TIMEOUT' }), 'away'],
      [failure({}, failure({ code: 'ECONNREFUSED' })), 'away'],
      [
        failure({ code: 'OAUTH_RESPONSE_IS_NOT_CONFORM' }, new Response('', { status: 503 })),
        'away',
      ],
      [
        failure({ code: 'OAUTH_RESPONSE_IS_NOT_CONFORM' }, new Response('', { status: 200 })),
        'unsure',
      ],
      [new TypeError('fetch failed'), 'away'],
      [failure({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' }), 'unsure'],
      [failure({ error: 'something_new' }), 'unsure'],
      [failure({ error: 'constructor' }), 'unsure'],
      ['a text', 'unsure'],
    ]
    for (const [error, fault] of cases) assert.equal(faultOf(error), fault)
  })

  test('each says what to do, and names the provider wherever it must', ({ assert }) => {
    for (const fault of Object.keys(SIGN_IN_FAULTS) as SignInFault[]) {
      const words = wordsOfFault(fault, 'FranceConnect')
      assert.notInclude(words, '%s')
      assert.match(words, /Recommencez|[Cc]hoisissez|[Oo]uvrez/)
    }
  })
})
