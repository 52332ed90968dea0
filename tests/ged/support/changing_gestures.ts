import type { ApiClient } from '@japa/api-client'
import type User from '#kernel/people/user'
import { Program, tokenOf } from '#tests/world/program'
import { withPassword } from './cmis.js'
import type { aFiledActe } from './filed.js'
import { asking, HOST, passwordOf } from './webdav.js'

type Filed = Awaited<ReturnType<typeof aFiledActe>>
/** All that one may try at a door; each answers its status. */
export type Gestures = Record<string, () => Promise<number>>

const BASE = '/c/kervalan/ged'
const API = '/api/v1/ged'

/** The gestures of pages, each on the acte, on its folder or at the root of the space. */
export function byPages(client: ApiClient, who: User, { node, folder, slug }: Filed): Gestures {
  const send = async (request: ReturnType<ApiClient['post']>) =>
    (await request.accept('json').loginAs(who).withCsrfToken().redirects(0)).status()
  const file = (path: string, parent?: string) => {
    const request = client.post(`${BASE}/${path}`).file('files[]', Buffer.from('neuf'), {
      filename: 'Neuf.txt',
    })
    return send(parent ? request.field('parent', parent) : request)
  }
  const one = (id: string): Gestures => ({
    rename: () => send(client.put(`${BASE}/elements/${id}/nom`).form({ name: 'Autre' })),
    move: () => send(client.put(`${BASE}/elements/${id}/place`).form({ path: '' })),
    discard: () => send(client.post(`${BASE}/elements/${id}/corbeille`).form({})),
    link: () =>
      send(client.post(`${BASE}/elements/${id}/liens`).form({ kind: 'read', until: '2027-01-01' })),
  })
  return {
    ...one(node.id),
    ...Object.fromEntries(
      Object.entries(one(folder.id)).map(([name, does]) => [`${name} the folder`, does])
    ),
    'replace': () =>
      send(
        client
          .post(`${BASE}/documents/${node.id}/versions`)
          .file('file', Buffer.from('autre'), { filename: 'Autre.txt' })
      ),
    'describe': () => send(client.put(`${BASE}/documents/${node.id}`).form({ title: 'Autre' })),
    'redact': () => send(client.post(`${BASE}/documents/${node.id}/occultation`).form({})),
    'lay at the root': () => file(`espaces/${slug}/documents`),
    'lay in the folder': () => file(`espaces/${slug}/documents`, folder.id),
    'open a folder': () =>
      send(client.post(`${BASE}/espaces/${slug}/dossiers`).form({ name: 'Neuf' })),
    'open a folder below': () =>
      send(
        client.post(`${BASE}/espaces/${slug}/dossiers`).form({ name: 'Neuf', parent: folder.id })
      ),
    'give rights': () =>
      send(client.put(`${BASE}/dossiers/${folder.id}/droits`).form({ agent: 'manager' })),
    'close': () =>
      send(client.post(`${BASE}/dossiers/${folder.id}/cloture`).form({ from: '01/01/2026' })),
    'reopen': () => send(client.delete(`${BASE}/dossiers/${folder.id}/cloture`)),
    'reopen the room': () => send(client.delete(`${BASE}/dossiers/${folder.parentId}/cloture`)),
    'share': () =>
      send(
        client.post(`${BASE}/espaces/${slug}/partage`).form({ guest: 'tregoat', level: 'reader' })
      ),
  }
}

export async function byWebdav(who: User, { slug, path }: Filed): Promise<Gestures> {
  const dav = asking(`${HOST()}/dav/kervalan/`, await passwordOf(who, 'kervalan'))
  const [at, folder] = [encodeURI(`${slug}/${path}`), encodeURI(`${slug}/Actes`)]
  const to = (name: string) => ({ destination: `${HOST()}/dav/kervalan/${name}` })
  const status = async (...asked: Parameters<typeof dav>) => (await dav(...asked)).status
  return {
    'replace': () => status('PUT', at, {}, 'autre'),
    'lay': () => status('PUT', `${folder}/neuf.txt`, {}, 'neuf'),
    'lay at the root': () => status('PUT', `${slug}/neuf.txt`, {}, 'neuf'),
    'open a folder': () => status('MKCOL', `${folder}/neuf`),
    'discard': () => status('DELETE', at),
    'discard the room': () => status('DELETE', folder),
    'rename': () => status('MOVE', at, to(`${at}.autre`)),
    'move away': () => status('MOVE', at, to('commun/pris.txt')),
    'lock': () => status('LOCK', at, {}, LOCK),
  }
}

const LOCK =
  '<?xml version="1.0"?><D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>'

export async function byCmis(who: User, { node, folder, slug }: Filed): Promise<Gestures> {
  const { post } = withPassword(await passwordOf(who, 'kervalan'))
  const root = `${HOST()}/cmis/browser/kervalan/${slug}/root`
  const act =
    (id: string, fields: Record<string, string>, isFile = false) =>
    async () =>
      (
        await post(
          `${root}?objectId=${id}`,
          fields,
          isFile ? { part: 'content', name: 'neuf.txt', bytes: 'neuf' } : undefined
        )
      ).status
  const named = (cmisaction: string, name: string) => ({
    cmisaction,
    'propertyId[0]': 'cmis:name',
    'propertyValue[0]': name,
  })
  return {
    'rename': act(node.id, named('update', 'autre.txt')),
    'replace': act(node.id, { cmisaction: 'setContent' }, true),
    'discard': act(node.id, { cmisaction: 'delete' }),
    'discard the folder': act(folder.id, { cmisaction: 'deleteTree' }),
    'lay': act(folder.id, named('createDocument', 'neuf.txt'), true),
    'open a folder': act(folder.id, named('createFolder', 'neuf')),
    'check out': act(node.id, { cmisaction: 'checkOut' }),
    'move': act(node.id, {
      cmisaction: 'move',
      sourceFolderId: folder.id,
      targetFolderId: folder.parentId!,
    }),
  }
}

export async function byProgram(who: User, { node, folder }: Filed): Promise<Gestures> {
  const program = Program.bearing(await tokenOf(who, 'kervalan'))
  const ask = async (method: string, path: string, body?: unknown) =>
    (await program.send(method, `${API}/${path}`, body)).status
  const form = (name: string) => {
    const body = new FormData()
    body.append('file', new Blob(['neuf']), name)
    return body
  }
  return {
    'lay': () => ask('POST', `espaces/${node.spaceId}/documents`, form('neuf.txt')),
    'open a folder': () =>
      ask('POST', `espaces/${node.spaceId}/dossiers`, { name: 'Neuf', parent: folder.id }),
    'replace': () => ask('POST', `documents/${node.id}/versions`, form('autre.txt')),
    'rename': () => ask('PUT', `elements/${node.id}/nom`, { name: 'Autre.txt' }),
    'discard': () => ask('DELETE', `elements/${folder.id}`),
    'close': () => ask('POST', `dossiers/${folder.id}/cloture`, { from: '2026-01-01' }),
    'link': () => ask('POST', `elements/${node.id}/liens`, { kind: 'read', until: '2027-01-01' }),
  }
}
