import { test } from '@japa/runner'
import { parseXml, xml, type XmlElementView } from '#lib/xml'
import { cmisScene } from './support/cmis.js'
import { HOST } from './support/webdav.js'

const PREFIXES = {
  a: 'http://www.w3.org/2005/Atom',
  app: 'http://www.w3.org/2007/app',
  cmis: 'http://docs.oasis-open.org/ns/cmis/core/200908/',
  ra: 'http://docs.oasis-open.org/ns/cmis/restatom/200908/',
}

/** What an old connector of Pastell sends: an entry with its properties, and a file in base64. */
function entry(name: string, typeId: string, content?: string): string {
  const property = (id: string, value: string) =>
    xml`<cmis:propertyString propertyDefinitionId="${id}"><cmis:value>${value}</cmis:value></cmis:propertyString>`
  return xml`<?xml version="1.0" encoding="utf-8"?><atom:entry xmlns:atom="${PREFIXES.a}" xmlns:cmis="${PREFIXES.cmis}" xmlns:cmisra="${PREFIXES.ra}"><atom:title>${name}</atom:title>${
    content !== undefined &&
    xml`<cmisra:content><cmisra:mediatype>application/pdf</cmisra:mediatype><cmisra:base64>${Buffer.from(content).toString('base64')}</cmisra:base64></cmisra:content>`
  }<cmisra:object><cmis:properties>${property('cmis:objectTypeId', typeId)}</cmis:properties></cmisra:object></atom:entry>`.toString()
}

/** An agent's program that speaks AtomPub, in a space of its own. */
async function scene() {
  const { slug, login } = await cmisScene()
  const base = `${HOST()}/cmis/atom/kervalan`
  const local = (address: string) => address.replace(/^https?:\/\/[^/]+/, HOST())
  const ask = async (method: string, url: string, body?: string) => {
    const type = { 'content-type': 'application/atom+xml;type=entry' }
    const answer = await fetch(local(url), {
      method,
      headers: { ...login, ...(body !== undefined && type) },
      body,
      redirect: 'error',
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text }
  }
  const read = async (url: string) => {
    const { status, text } = await ask('GET', url)
    return { status, root: parseXml(text, { namespaces: PREFIXES }).root }
  }
  const { root } = await read(base)
  const workspace = root
    .nodes('app:workspace')
    .find((one) => one.text('app:collection/@href')!.includes(slug))!
  return { slug, base, ask, read, workspace }
}

const link = (one: XmlElementView, rel: string) => one.text(`a:link[@rel='${rel}']/@href`)!
const property = (one: XmlElementView, id: string) =>
  one.text(`ra:object/cmis:properties/*[@propertyDefinitionId='${id}']/cmis:value`)
const templateOf = (workspace: XmlElementView, kind: string) =>
  workspace.text(`ra:uritemplate[ra:type='${kind}']/ra:template`)!

test.group('What old connectors ask, by AtomPub', () => {
  test('the service, a folder by its path, a document put in it and read again', async ({
    assert,
  }) => {
    const { ask, read, workspace } = await scene()
    assert.equal(workspace.text('ra:repositoryInfo/cmis:cmisVersionSupported'), '1.0')
    const byPath = (path: string) =>
      read(templateOf(workspace, 'objectbypath').replace('{path}', encodeURIComponent(path)))
    const { root } = await byPath('/')
    assert.equal(property(root, 'cmis:baseTypeId'), 'cmis:folder')
    const down = link(root, 'down')
    const opened = await ask('POST', down, entry('Arrêtés d’été', 'cmis:folder'))
    assert.equal(opened.status, 201)
    const folder = (await byPath('/Arrêtés d’été')).root
    const put = await ask('POST', link(folder, 'down'), entry('117.pdf', 'D:ged:arrete', 'corps'))
    assert.equal(put.status, 201)
    const made = (await read(put.headers.get('location')!)).root
    assert.equal(property(made, 'cmis:name'), '117.pdf')
    assert.equal(property(made, 'cmis:objectTypeId'), 'D:ged:arrete')
    assert.equal((await ask('GET', made.text('a:content/@src')!)).text, 'corps')
    assert.equal(link(made, 'up').split('=')[1], property(folder, 'cmis:objectId'))
    const held = (await read(link(folder, 'down'))).root
    assert.deepEqual(held.texts('a:entry/a:title'), ['117.pdf'])
    assert.equal(held.text('ra:numItems'), '1')
  })

  test('a name that is taken is a conflict, and a document is renewed, told and thrown away', async ({
    assert,
  }) => {
    const { ask, read, workspace } = await scene()
    const root = templateOf(workspace, 'objectbypath').replace('{path}', '%2F')
    const down = link((await read(root)).root, 'down')
    const put = await ask('POST', down, entry('note.txt', 'cmis:document', 'un'))
    assert.equal((await ask('POST', down, entry('NOTE.TXT', 'cmis:document', 'un'))).status, 409)
    const at = put.headers.get('location')!
    const media = link((await read(at)).root, 'edit-media')
    assert.equal((await ask('PUT', media, 'deux')).status, 200)
    const again = (await read(at)).root
    assert.equal(property(again, 'cmis:versionLabel'), '1.1')
    assert.equal((await ask('GET', again.text('a:content/@src')!)).text, 'deux')
    const said = entry('autre.txt', 'cmis:document')
    assert.equal((await ask('PUT', link(again, 'edit'), said)).status, 200)
    assert.equal(property((await read(at)).root, 'cmis:name'), 'autre.txt')
    assert.equal((await ask('DELETE', at)).status, 204)
    assert.equal((await ask('GET', at)).status, 404)
  })

  test('types are told, and what is no entry, too long or not offered is refused', async ({
    assert,
  }) => {
    const { ask, read, workspace } = await scene()
    const typed = templateOf(workspace, 'typebyid').replace('{id}', 'D:ged:arrete')
    const { root } = await read(typed)
    assert.equal(root.text('ra:type/cmis:baseId'), 'cmis:document')
    assert.include(root.texts('ra:type/cmis:propertyStringDefinition/cmis:id'), 'ged:numero')
    const types = workspace.text("app:collection[ra:collectionType='types']/@href")!
    assert.lengthOf((await read(types)).root.nodes('a:entry'), 2)
    const down = link(
      (await read(templateOf(workspace, 'objectbypath').replace('{path}', '%2F'))).root,
      'down'
    )
    for (const body of ['<a/>', 'rien', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
      assert.equal((await ask('POST', down, body)).status, 400, body)
    assert.equal((await ask('POST', down, entry('vide.txt', 'cmis:document'))).status, 409)
    assert.equal((await ask('PUT', down, entry('x', 'cmis:folder'))).status, 405)
  })
})
