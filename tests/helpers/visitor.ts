const HOST = () => `http://${process.env.HOST}:${process.env.PORT}`

/** Somebody without an account, from an address of her own: what she was granted stays in her cookies. */
export function visitor(from: string, host = HOST()) {
  const jar = new Map<string, string>()
  /** As it comes, for what is too large to be kept. */
  const ask = (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(init.headers as object), 'x-forwarded-for': from, cookie }
    return fetch(host + path, { ...init, headers, redirect: 'manual' })
  }
  const call = async (path: string, init: RequestInit = {}) => {
    const answer = await ask(path, init)
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      jar.set(name, value)
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  /** Sends a form that a page shows, with its token. */
  const send = async (page: string, action: string, fields: Record<string, string> = {}) => {
    const [, token] = /name='_csrf' value='([^']+)'/.exec((await call(page)).text)!
    return call(action, { method: 'POST', body: new URLSearchParams({ _csrf: token, ...fields }) })
  }
  return { ask, call, send }
}

const TYPE = { 'content-type': 'application/offset+octet-stream' }

/** Lays a small file by the door of a drop box; the status of its end. */
export async function lay(
  { call }: ReturnType<typeof visitor>,
  door: string,
  name: string,
  bytes: Buffer
): Promise<number> {
  const metadata = `filename ${Buffer.from(name).toString('base64')}`
  const headers = { 'upload-length': String(bytes.length), 'upload-metadata': metadata }
  const begun = await call(door, { method: 'POST', headers })
  if (begun.status !== 201) return begun.status
  const url = begun.headers.get('location')!
  await call(`${url}/0`, { method: 'PUT', headers: TYPE, body: bytes as never })
  return (await call(`${url}/fin`, { method: 'POST' })).status
}
