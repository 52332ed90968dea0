import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import Acte from '#app/actes/models/acte'
import { person } from '#tests/world/world'
import { commune, signedActe } from './room.js'

test.group('Duplicating an acte', (group) => {
  let kervalan: Tenant
  let agent: User
  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })

  test('gives a draft of what it is about, and neither its day, its documents nor its numero', async ({
    client,
    assert,
  }) => {
    const acte = await signedActe(kervalan)
    const page = `/c/kervalan/actes/${acte.id}`
    const shown = await client.get(page).loginAs(agent)
    shown.assertTextIncludes('Dupliquer')
    const answer = await client.post(`${page}/copie`).loginAs(agent).withCsrfToken().redirects(0)
    const [, id] = /actes\/([0-9a-f-]{36})\/modifier\?etape=decision/.exec(
      answer.header('location')!
    )!
    const { draft, original } = await tenancy.run(kervalan.id, async () => ({
      draft: await Acte.get(id),
      original: await Acte.get(acte.id),
    }))
    assert.equal(draft.state, 'draft')
    assert.equal(draft.createdBy, agent.id)
    for (const name of ['natureCode', 'matiere', 'objet', 'typePj'] as const)
      assert.equal(draft[name], original[name], name)
    assert.isNull(draft.decisionDate)
    assert.isNull(draft.documentId)
    assert.notEqual(draft.numero, original.numero)
    assert.equal(original.state, 'signed')
  })
})
