import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

test.group('A test that asks a page', () => {
  const ask = (client: ApiClient) => client.get('/connexion').withSession({ word: 'gardé' })

  test('reads what it leaves in the session when it says so', async ({ assert, client }) => {
    const answer = await ask(client).hearingSession()
    assert.equal(answer.session('word'), 'gardé')
  })

  test('does not take for nothing what it did not read', async ({ assert, client }) => {
    const answer = await ask(client)
    assert.throws(() => answer.session('word'), /hearingSession/)
    assert.throws(() => answer.flashMessage('notice'), /hearingSession/)
  })
})
