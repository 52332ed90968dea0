import { test } from '@japa/runner'
import Membership from '#kernel/people/membership'
import { tenancy } from '#kernel/tenancy'
import { shareSpace } from '#app/ged/sharing/share_space'
import Space from '#app/ged/spaces/space'
import { takeLock } from '#app/ged/dav/locks'
import { clock } from '#kernel/clock'
import { person, place } from '#tests/world/world'
import { cmisScene, withPassword } from './support/cmis.js'
import { passwordOf } from './support/webdav.js'

test.group('What Pastell asks, in its order', () => {
  test('the first repository, its root, a type, a folder, a document', async ({ assert }) => {
    const { get, post, repository } = await cmisScene()
    const { repositoryId, rootFolderUrl, repositoryUrl, rootFolderId } = await repository()
    assert.isOk(repositoryId && repositoryUrl)
    const asked = 'includeAllowableActions=false&renditionFilter=cmis:none&includePolicyIds=false'
    const more = `${asked}&includeACL=false&succinct=false&dateTimeFormat=simple`
    const root = await get(`${rootFolderUrl}?cmisselector=object&${more}`)
    assert.equal(root.json.properties['cmis:objectId'].value, rootFolderId)
    assert.equal(root.json.properties['cmis:path'].value, '/')

    const folderType = await get(`${repositoryUrl}?cmisselector=typeDefinition&typeId=cmis:folder`)
    assert.equal(folderType.json.baseId, 'cmis:folder')
    const type = await get(`${repositoryUrl}?cmisselector=typeDefinition&typeId=D:ged:arrete`)
    assert.equal(type.json.propertyDefinitions['ged:numero'].propertyType, 'string')

    const made = await post(`${rootFolderUrl}?objectId=${rootFolderId}`, {
      'cmisaction': 'createFolder',
      'succinct': 'false',
      'propertyId[0]': 'cmis:objectTypeId',
      'propertyValue[0]': 'cmis:folder',
      'propertyId[1]': 'cmis:name',
      'propertyValue[1]': 'Arrêtés d’été 2026',
    })
    assert.equal(made.status, 201)
    const folderId = made.json.properties['cmis:objectId'].value
    const path = encodeURIComponent('Arrêtés d’été 2026')
    const found = await get(`${rootFolderUrl}/${path}?cmisselector=object&${more}`)
    assert.equal(found.json.properties['cmis:objectId'].value, folderId)

    const document = await post(
      `${rootFolderUrl}?objectId=${folderId}`,
      {
        'cmisaction': 'createDocument',
        'versioningState': 'major',
        'propertyId[0]': 'cmis:objectTypeId',
        'propertyValue[0]': 'D:ged:arrete',
        'propertyId[1]': 'cmis:name',
        'propertyValue[1]': 'Arrêté n° 117.pdf',
        'propertyId[2]': 'cmis:contentStreamMimeType',
        'propertyValue[2]': 'application/pdf',
        'propertyId[3]': 'ged:numero',
        'propertyValue[3]': '2026-117',
        'propertyId[4]': 'ged:date',
        'propertyValue[4]': String(Date.UTC(2026, 5, 1, 22)),
      },
      { part: 'content', name: 'autre.pdf', bytes: 'contenu' }
    )
    assert.equal(document.status, 201)
    const id = document.json.properties['cmis:objectId'].value
    const { json } = await get(`${rootFolderUrl}?objectId=${id}&cmisselector=object&${more}`)
    const told = Object.fromEntries(
      Object.entries(json.properties).map(([name, one]) => [name, (one as any).value])
    )
    assert.containSubset(told, {
      'cmis:name': 'Arrêté n° 117.pdf',
      'cmis:objectTypeId': 'D:ged:arrete',
      'cmis:contentStreamLength': 7,
      'cmis:versionLabel': '1.0',
      'ged:numero': '2026-117',
      // Midnight in France is the day before in Greenwich
      'ged:date': Date.UTC(2026, 5, 2),
    })
    const held = await get(`${rootFolderUrl}?objectId=${folderId}&cmisselector=children`)
    assert.equal(held.json.objects[0].object.properties['cmis:objectId'].value, id)
    assert.containSubset(held.json, { hasMoreItems: false, numItems: 1 })
    const content = await get(`${rootFolderUrl}?objectId=${id}&cmisselector=content`)
    assert.equal(content.text, 'contenu')
  })

  test('a content in a part without a name, as its library sends it', async ({ assert }) => {
    const { post, repository } = await cmisScene()
    const { rootFolderUrl, rootFolderId } = await repository()
    const { status, json } = await post(
      `${rootFolderUrl}?objectId=${rootFolderId}`,
      { 'cmisaction': 'createDocument', 'propertyId[0]': 'cmis:name', 'propertyValue[0]': 'a.txt' },
      { part: '', name: 'memory', bytes: 'sans nom' }
    )
    assert.equal(status, 201)
    assert.equal(json.properties['cmis:contentStreamLength'].value, 8)
  })

  test('succinct answers to forms of addresses, as the client of npm asks', async ({ assert }) => {
    const { login, rootUrl, repository } = await cmisScene()
    const { rootFolderId } = await repository()
    const send = async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ succinct: 'true', ...fields })
      const answer = await fetch(rootUrl, { method: 'POST', headers: login, body })
      return { status: answer.status, json: (await answer.json()) as any }
    }
    const named = { 'propertyId[0]': 'cmis:name', 'propertyValue[0]': 'Été' }
    const typed = { 'propertyId[1]': 'cmis:objectTypeId', 'propertyValue[1]': 'cmis:folder' }
    const action = { cmisaction: 'createFolder', objectId: rootFolderId }
    const made = await send({ ...action, ...named, ...typed })
    assert.equal(made.status, 201)
    assert.equal(made.json.succinctProperties['cmis:path'], '/Été')
    const asked = `${rootUrl}/%C3%89t%C3%A9?succinct=true&cmisselector=children&includePathSegment=true`
    const held = await fetch(asked, { headers: login })
    assert.deepEqual(await held.json(), { objects: [], hasMoreItems: false, numItems: 0 })
  })

  test('a form that is cut in its file is answered, and leaves nothing', async ({ assert }) => {
    const { login, rootUrl, get } = await cmisScene()
    const head = 'Content-Disposition: form-data; name="content"; filename="a.txt"'
    const answer = await fetch(rootUrl, {
      method: 'POST',
      headers: { ...login, 'content-type': 'multipart/form-data; boundary=b' },
      body: `--b\r\n${head}\r\n\r\n${'x'.repeat(100_000)}`,
    })
    const { exception } = (await answer.json()) as { exception: string }
    assert.deepEqual([answer.status, exception], [400, 'invalidArgument'])
    assert.equal((await get(`${rootUrl}?cmisselector=children`)).json.numItems, 0)
  })

  test('what is refused is named as CMIS names it', async ({ assert }) => {
    const { get, post, repository, folder, document } = await cmisScene()
    const { rootFolderUrl, rootFolderId, repositoryUrl } = await repository()
    const said = async (asked: Promise<{ status: number; json: any }>) => {
      const { status, json } = await asked
      assert.isNotEmpty(json.message)
      return [status, json.exception]
    }
    await folder('Voirie')
    assert.deepEqual(await said(folder('VOIRIE')), [409, 'nameConstraintViolation'])
    assert.deepEqual(await said(folder('fin.')), [409, 'nameConstraintViolation'])
    assert.deepEqual(await said(document('voirie', 'x')), [409, 'nameConstraintViolation'])
    assert.deepEqual(await said(get(`${rootFolderUrl}/Absent`)), [404, 'objectNotFound'])
    const type = `${repositoryUrl}?cmisselector=typeDefinition&typeId=D:xx:yy`
    assert.deepEqual(await said(get(type)), [404, 'objectNotFound'])
    const here = `${rootFolderUrl}?objectId=${rootFolderId}`
    const unknown = {
      'cmisaction': 'createFolder',
      'propertyId[0]': 'x:y',
      'propertyValue[0]': 'z',
    }
    assert.deepEqual(await said(post(here, unknown)), [400, 'invalidArgument'])
    assert.deepEqual(await said(post(here, { cmisaction: 'query' })), [405, 'notSupported'])
    assert.deepEqual(await said(post(here, { cmisaction: 'delete' })), [409, 'constraint'])
    const empty = { 'cmisaction': 'createDocument', 'propertyId[0]': 'cmis:name' }
    const named = { ...empty, 'propertyValue[0]': 'sans contenu.txt' }
    assert.deepEqual(await said(post(here, named)), [409, 'constraint'])
  })
})

test.group('A document that changes by CMIS', () => {
  test('is kept from others, then given back as a version', async ({ assert }) => {
    const scene = await cmisScene()
    const { get, post, act, document, other } = scene
    const { id, url } = await document('Plan.txt', 'un')
    assert.equal((await act(id, { cmisaction: 'checkOut' })).status, 201)
    const refused = await withPassword(other).post(url, { cmisaction: 'delete' })
    assert.deepEqual([refused.status, refused.json.exception], [409, 'updateConflict'])
    const form = { cmisaction: 'checkIn', major: 'true', checkinComment: 'Relu' }
    const back = await post(url, form, { part: 'content', name: 'Plan.txt', bytes: 'deux' })
    assert.equal(back.json.properties['cmis:versionLabel'].value, '2.0')
    assert.isFalse(back.json.properties['cmis:isVersionSeriesCheckedOut'].value)
    const { json: versions } = await get(`${url}&cmisselector=versions&succinct=true`)
    assert.deepEqual(
      versions.map((one: any) => one.succinctProperties['cmis:versionLabel']),
      ['2.0', '1.0']
    )
    const first = versions[1].succinctProperties['cmis:objectId']
    const old = await get(`${scene.rootUrl}?objectId=${first}&cmisselector=content`)
    assert.equal(old.text, 'un')
  })

  test('is renamed, told, moved and put in the trash', async ({ assert }) => {
    const { get, act, folder, document, rootUrl } = await cmisScene()
    const { id } = await document('Note.txt', 'x')
    const { id: to } = await folder('Ailleurs')
    const said = await act(id, {
      'cmisaction': 'update',
      'propertyId[0]': 'cmis:name',
      'propertyValue[0]': 'Note 2.txt',
      'propertyId[1]': 'cmis:description',
      'propertyValue[1]': 'Note de service',
    })
    assert.equal(said.json.properties['cmis:description'].value, 'Note de service')
    const stale = await act(id, { cmisaction: 'update', changeToken: '1.0.0' })
    assert.deepEqual([stale.status, stale.json.exception], [409, 'updateConflict'])
    assert.equal((await act(id, { cmisaction: 'move', targetFolderId: to })).status, 200)
    const there = await get(`${rootUrl}/Ailleurs/Note%202.txt?cmisselector=parents`)
    assert.equal(there.json[0].object.properties['cmis:objectId'].value, to)
    assert.equal((await act(id, { cmisaction: 'delete' })).status, 200)
    assert.equal((await get(`${rootUrl}?objectId=${id}&cmisselector=object`)).status, 404)
  })

  test('a lock that is over holds nobody back', async ({ assert }) => {
    const { act, document, slug, tenantId, agent } = await cmisScene()
    const { id } = await document('Verrou.txt', 'x')
    await tenancy.run(tenantId, async () => {
      const { id: spaceId } = await Space.called(slug)
      const expiresAt = clock.now().minus({ minutes: 1 }).toJSDate()
      const lock = { isDeep: false, isShared: false, owner: null, personId: agent.id, expiresAt }
      await takeLock({ spaceId, names: ['Verrou.txt'] }, lock)
    })
    assert.equal((await act(id, { cmisaction: 'delete' })).status, 200)
  })
})

test.group('Who comes by CMIS', () => {
  test('without a password, with a wrong one, or with one that only reads', async ({ assert }) => {
    const { url, agent, document, rootUrl } = await cmisScene()
    const { id } = await document('Lu.txt', 'x')
    const nobody = await withPassword(null).get(url)
    assert.deepEqual([nobody.status, nobody.json.exception], [401, 'unauthorized'])
    const wrong = withPassword({ user: agent.email, password: 'faux' })
    assert.equal((await wrong.get(url)).status, 401)
    const reads = withPassword(await passwordOf(agent, 'kervalan', ['ged.read']))
    assert.equal((await reads.get(`${rootUrl}?objectId=${id}`)).text, 'x')
    const change = await reads.post(`${rootUrl}?objectId=${id}`, { cmisaction: 'delete' })
    assert.deepEqual([change.status, change.json.exception], [403, 'permissionDenied'])
  })

  test('a neighbour, a guest whose space was taken back, and who has left find nothing', async ({
    assert,
  }) => {
    const { url, rootUrl, slug, tenantId, document, agent, get } = await cmisScene()
    const { id } = await document('Secret.txt', 'x')
    const object = `${rootUrl}?objectId=${id}&cmisselector=object`
    const neighbour = await person('Yann Le Bris', { 'saint-orven': ['agent'] })
    const hers = withPassword(await passwordOf(neighbour, 'saint-orven'))
    assert.equal((await hers.get(url)).status, 404)
    assert.equal((await hers.get(object)).status, 404)
    const { id: guestId } = await place('saint-orven')
    await tenancy.run(tenantId, () => shareSpace({ slug, guestId, level: 'reader' }))
    assert.equal((await hers.get(object)).status, 200)
    const change = await hers.post(`${rootUrl}?objectId=${id}`, { cmisaction: 'delete' })
    assert.equal(change.status, 403)
    await tenancy.run(tenantId, () => shareSpace({ slug, guestId, level: null }))
    assert.equal((await hers.get(object)).status, 404)
    await tenancy.run(tenantId, () => Membership.query().where('userId', agent.id).delete())
    // Her password opens nothing any more: not even what would say that there is nothing
    assert.include([401, 404], (await get(object)).status)
  })
})
