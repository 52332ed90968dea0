import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { zippedActes } from '#app/actes/zipped_actes'
import { person } from '#tests/world/world'
import { commune, draftOf } from './room.js'

test.group('Taking actes away', (group) => {
  let kervalan: Tenant
  let reader: User
  group.setup(async () => {
    kervalan = await commune()
    reader = await person('Léna Tanguy', { kervalan: ['reader'] })
  })

  test('gives all the files of each, a directory an acte, to whoever may read it', async ({
    client,
    assert,
  }) => {
    const [one, other] = [await draftOf(kervalan), await draftOf(kervalan)]
    const answer = await client
      .post('/c/kervalan/actes/lot')
      .loginAs(reader)
      .withCsrfToken()
      .form({ geste: 'archive', ids: [other.id, one.id] })
    answer.assertHeader('content-type', 'application/zip')
    const files = await tenancy.run(kervalan.id, () => zippedActes([other.id, one.id]))
    assert.deepEqual(
      files.map(({ path }) => path.split('/')[0]),
      [`1 - ${one.title}`, `2 - ${other.title}`]
    )
  })

  test('is said on its page, where what no antivirus read is told once', async ({
    client,
    assert,
  }) => {
    const acte = await draftOf(kervalan)
    const page = await client.get(`/c/kervalan/actes/${acte.id}`).loginAs(reader)
    assert.lengthOf(page.text().match(/par un antivirus/g) ?? [], 1)
  })
})
