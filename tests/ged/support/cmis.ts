import { uuidv7 } from '#lib/values'
import { tenancy } from '#kernel/tenancy'
import { openService } from '#app/ged/spaces/usual_spaces'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import { person, place } from '#tests/world/world'
import { HOST, passwordOf } from './webdav.js'

type Login = { user: string; password: string } | null

interface SentContent {
  /** The name of its part, which some clients leave empty. */
  part: string
  name: string
  bytes: string
}

/** Calls of CMIS by whoever has an application password. */
export function withPassword(login: Login) {
  const said = login && Buffer.from(`${login.user}:${login.password}`).toString('base64')
  const headers = { ...(said && { authorization: `Basic ${said}` }) }
  const read = async (answer: Response) => {
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, text, json: isJson ? JSON.parse(text) : null }
  }
  return {
    headers,
    get: async (url: string) => read(await fetch(url, { headers, redirect: 'error' })),
    post: async (url: string, fields: Record<string, string>, content?: SentContent) => {
      const { body, type } = formOf(fields, content)
      const all = { ...headers, 'content-type': type }
      return read(await fetch(url, { method: 'POST', headers: all, body, redirect: 'error' }))
    },
  }
}

/** As Guzzle writes it: no charset, a length for each part, the fields before the content. */
function formOf(fields: Record<string, string>, content: SentContent | undefined) {
  const boundary = uuidv7()
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `Content-Disposition: form-data; name="${name}"\r\nContent-Length: ${Buffer.byteLength(value)}\r\n\r\n${value}`
  )
  if (content) {
    const { part, name, bytes } = content
    parts.push(
      `Content-Disposition: form-data; name="${part}"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n${bytes}`
    )
  }
  const body = [...parts.map((part) => `--${boundary}\r\n${part}\r\n`), `--${boundary}--\r\n`]
  return { body: body.join(''), type: `multipart/form-data; boundary="${boundary}"` }
}

/** An agent of Kervalan, the address where her programs come in, and a repository to work in. */
export async function cmisScene() {
  const { id: tenantId } = await place('kervalan')
  const slug = `cmis-${uuidv7().slice(-12)}`
  await tenancy.run(tenantId, async () => {
    await giveUsualTypes()
    await openService(slug, 'Essais')
  })
  const [agent, colleague] = [
    await person('Maëlle Le Goff', { kervalan: ['agent'] }),
    await person('Erwan Tanguy', { kervalan: ['agent'] }),
  ]
  const password = await passwordOf(agent, 'kervalan')
  const { get, post, headers: login } = withPassword(password)
  const url = `${HOST()}/cmis/browser/kervalan`
  const repository = async () => {
    const { json } = await get(url)
    const found: any = Object.values(json).find((one: any) => one.repositoryUrl.endsWith(slug))
    // The address of the application, which tests reach by another name
    const local = (address: string) => address.replace(/^https?:\/\/[^/]+/, HOST())
    const { repositoryUrl, rootFolderUrl } = found
    return { ...found, repositoryUrl: local(repositoryUrl), rootFolderUrl: local(rootFolderUrl) }
  }
  const { rootFolderUrl: rootUrl, rootFolderId } = await repository()
  const act = (id: string, fields: Record<string, string>) =>
    post(`${rootUrl}?objectId=${id}`, fields)
  const named = (action: string, name: string) => ({
    'cmisaction': action,
    'propertyId[0]': 'cmis:name',
    'propertyValue[0]': name,
  })
  const made = ({ status, json }: { status: number; json: any }) => {
    const id: string = json?.properties?.['cmis:objectId'].value
    return { status, json, id, url: `${rootUrl}?objectId=${id}` }
  }
  return {
    ...{ tenantId, slug, agent, login, url, rootUrl, get, post, act, repository },
    other: await passwordOf(colleague, 'kervalan'),
    folder: async (name: string) => made(await act(rootFolderId, named('createFolder', name))),
    document: async (name: string, bytes: string) => {
      const content = { part: 'content', name, bytes }
      const fields = named('createDocument', name)
      return made(await post(`${rootUrl}?objectId=${rootFolderId}`, fields, content))
    },
  }
}
