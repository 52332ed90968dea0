import { uuidv7 } from '#lib/values'
import { tenancy } from '#kernel/tenancy'
import { openToken } from '#identity/tokens/open_token'
import { person as actorOf } from '#kernel/actor'
import { openService } from '#app/ged/spaces/usual_spaces'
import { person, place, type Place } from '#tests/world/world'

export const HOST = () => `http://${process.env.HOST}:${process.env.PORT}`

/** An application password of somebody who works for a member, as « Basic » says it. */
export async function passwordOf(who: { id: string; email: string }, slug: Place, scopes = SCOPES) {
  const asked = { personId: who.id, kind: 'password' as const, name: 'LibreOffice', days: 30 }
  const { id } = await place(slug)
  const value = await tenancy.run(id, () => openToken({ ...asked, scopes }, actorOf(who.id)))
  return { user: who.email, password: value }
}

const SCOPES = ['ged.read', 'ged.write']

/** An agent of Kervalan, her password, and a space of her own to work in. */
export async function davScene() {
  const { id } = await place('kervalan')
  const slug = `dav-${uuidv7().slice(-12)}`
  await tenancy.run(id, () => openService(slug, 'Essais'))
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  const login = await passwordOf(agent, 'kervalan')
  const root = `${HOST()}/dav/kervalan/${slug}`
  return { tenantId: id, slug, agent, login, root, ask: asking(root, login) }
}

type Login = { user: string; password: string } | null

/** Calls an address below a root; the path is sent as it is. */
export const asking =
  (root: string, login: Login) =>
  async (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Buffer
  ) => {
    const said = login && Buffer.from(`${login.user}:${login.password}`).toString('base64')
    const answer = await fetch(root + path, {
      method,
      headers: { ...(said && { authorization: `Basic ${said}` }), ...headers },
      body: body as never,
      redirect: 'manual',
    })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
