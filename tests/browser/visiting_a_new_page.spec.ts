import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { pagesBeside } from './unvisited.js'

const agent = { fullName: 'Maëlle Le Goff' } as User

test.group('A page that no file names', () => {
  const visited = [
    { name: 'list', path: '/c/kervalan/guichet?vue=late', as: agent },
    { name: 'thing', path: '/c/kervalan/guichet/demarches/42', as: agent },
    { name: 'refused', path: '/c/kervalan/guichet/reglages', as: agent, status: 403 },
  ]

  test('is opened by whoever opens the one above it', ({ assert }) => {
    const [page] = pagesBeside(visited, ['/c/:tenant/guichet/echeances'])
    assert.include(page, { path: '/c/kervalan/guichet/echeances', as: agent })
  })

  test('about a thing is opened about the one that is shown', ({ assert }) => {
    const [page] = pagesBeside(visited, ['/c/:tenant/guichet/demarches/:id/historique'])
    assert.include(page, { path: '/c/kervalan/guichet/demarches/42/historique', as: agent })
  })

  test('that needs a thing of which nobody shows any is for its room to name', ({ assert }) => {
    assert.deepEqual(pagesBeside(visited, ['/c/:tenant/guichet/agendas/:id', '/autre']), [])
  })
})
