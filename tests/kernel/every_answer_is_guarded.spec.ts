import { test } from '@japa/runner'

test.group('Every answer is guarded', () => {
  const guards = (answer: { header(name: string): string | undefined }) => [
    answer.header('content-security-policy')?.split(';')[0],
    answer.header('x-frame-options'),
    answer.header('x-content-type-options'),
  ]
  const WHOLE = ["default-src 'self'", 'SAMEORIGIN', 'nosniff']

  test('a page', async ({ client, assert }) => {
    assert.deepEqual(guards(await client.get('/verifier')), WHOLE)
  })

  test('a page that does not exist', async ({ client, assert }) => {
    const answer = await client.get('/nulle-part/du-tout')
    answer.assertStatus(404)
    assert.deepEqual(guards(answer), WHOLE)
  })

  test('a body that cannot be read', async ({ client, assert }) => {
    const answer = await client
      .post('/verifier')
      .accept('html')
      .header('content-type', 'multipart/form-data')
      .form({})
      .redirects(0)
    assert.isAtLeast(answer.status(), 302)
    assert.deepEqual(guards(answer), WHOLE)
  })
})
