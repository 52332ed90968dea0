import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import Membership from '#kernel/people/membership'
import type User from '#kernel/people/user'
import { uuidv7 } from '#lib/values'
import { setOwnRights } from '#app/ged/access/own_rights'
import { linkPath } from '#app/ged/links/addresses'
import Link from '#app/ged/links/link'
import { openLink } from '#app/ged/links/open_link'
import { revokeLink } from '#app/ged/links/revoke_link'
import Node from '#app/ged/nodes/node'
import { discard } from '#app/ged/nodes/trash'
import { rootOf } from '#app/ged/spaces/root_of'
import { openService } from '#app/ged/spaces/usual_spaces'
import { shareSpace } from '#app/ged/sharing/share_space'
import { visitor } from '#tests/helpers/visitor'
import { Program, tokenOf } from '#tests/world/program'
import { person, place, type Place } from '#tests/world/world'
import { aDocumentAt } from './support/documents.js'
import { aFiledActe } from './support/filed.js'
import { withPassword } from './support/cmis.js'
import { asking, HOST, passwordOf } from './support/webdav.js'

/** Everybody who may knock, and where each works. */
const PEOPLE = {
  agent: 'kervalan',
  // Documents are open to her, the actes are not
  officer: 'kervalan',
  removed: 'kervalan',
  guest: 'landreval',
  takenBack: 'saint-orven',
  neighbour: 'tregoat',
} as const
type Who = keyof typeof PEOPLE
type Doors = Record<string, () => Promise<{ status: number; text: string }>>
type What = 'open' | 'apart' | 'filed'

const WORD = `hippocampe${uuidv7().slice(-6).replace(/\d/g, 'x')}`

test.group('A document, by each of its doors', (group) => {
  let doorsOf: (what: What, who: Who, client: ApiClient) => Doors

  group.setup(async () => {
    const { id } = await place('kervalan')
    const slug = `portes-${uuidv7().slice(-12)}`
    const { open, apart, filed } = await tenancy.run(id, async () => {
      const space = await openService(slug, 'Portes')
      const root = await rootOf(space.id)
      const folder = await Node.openFolder(root, 'À part', SYSTEM)
      const entries = [{ principal: { kind: 'role', id: 'agent' }, level: 'reader' } as const]
      await setOwnRights(folder, [...entries], SYSTEM)
      const within = (await Node.get(folder.id)).within
      return {
        open: await aDocumentAt(root, `${WORD} ouvert.txt`),
        apart: await aDocumentAt(within, `${WORD} à part.txt`),
        filed: await aFiledActe(`${WORD} clos`),
      }
    })
    const share = async (at: Place, level: 'reader' | null) =>
      tenancy.run(id, async () => shareSpace({ slug, guestId: (await place(at)).id, level }))
    await share(PEOPLE.guest, 'reader')
    await share(PEOPLE.takenBack, 'reader')
    const knocks = await everybody()
    await share(PEOPLE.takenBack, null)
    await tenancy.run(id, () =>
      Membership.query({ client: tenancy.trx() })
        .where('user_id', knocks.removed.user.id)
        .update({ state: 'suspended' })
    )
    const documents = {
      open: { node: open, path: open.name, slug },
      apart: { node: apart, path: `À part/${apart.name}`, slug },
      filed,
    }
    doorsOf = (what, who, client) => doorsTo({ ...documents[what], client, ...knocks[who] })
  })

  /** What each door answers: 200 with the word of the document, or the status that hides it. */
  const EVERYWHERE = {
    page: 200,
    file: 200,
    webdav: 200,
    cmis: 200,
    atom: 200,
    rest: 200,
    search: 200,
  }
  const NOWHERE = {
    page: 404,
    file: 404,
    webdav: 404,
    cmis: 404,
    atom: 404,
    rest: 404,
    search: 404,
  }
  /** A password and a token die with the membership that they are of: they open nothing at all. */
  const REFUSED = {
    page: 404,
    file: 404,
    webdav: 401,
    cmis: 401,
    atom: 401,
    rest: 401,
    search: 404,
  }
  /** A program of a guest comes by the doors of documents; a token is of its own member. */
  const AS_GUEST = {
    page: 200,
    file: 200,
    webdav: 200,
    cmis: 200,
    atom: 200,
    rest: 404,
    search: 200,
  }

  const TABLE: Record<What, Record<Who, Record<string, number>>> = {
    open: {
      ...{ agent: EVERYWHERE, guest: AS_GUEST, removed: REFUSED },
      ...{ takenBack: NOWHERE, neighbour: NOWHERE, officer: NOWHERE },
    },
    apart: {
      ...{ agent: EVERYWHERE, guest: NOWHERE, removed: REFUSED },
      ...{ takenBack: NOWHERE, neighbour: NOWHERE, officer: NOWHERE },
    },
    filed: {
      ...{ agent: EVERYWHERE, guest: NOWHERE, removed: REFUSED },
      ...{ takenBack: NOWHERE, neighbour: NOWHERE, officer: NOWHERE },
    },
  }

  for (const [what, rows] of Object.entries(TABLE)) {
    for (const [who, row] of Object.entries(rows)) {
      test(`${what}: ${who}`, async ({ assert, client }) => {
        const doors = doorsOf(what as What, who as Who, client)
        const answered: Record<string, number> = {}
        for (const [door, knock] of Object.entries(doors)) {
          const { status, text } = await knock()
          answered[door] = status
          if (status >= 400) assert.notInclude(text.normalize('NFC'), WORD, door)
        }
        assert.deepEqual(answered, row)
      })
    }
  }
})

test.group('A link to a document', () => {
  test('leads nowhere once it is expired, revoked, spent, or what it opens is gone', async ({
    assert,
  }) => {
    const tenant = await place('kervalan')
    const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
    const ENDS: Record<string, (link: Link, node: Node) => Promise<unknown>> = {
      expired: (link) => link.merge({ expiresAt: clock.now().minus({ seconds: 1 }) }).save(),
      revoked: (link) => revokeLink(link, SYSTEM),
      discarded: (_link, node) => discard(node, SYSTEM),
    }
    for (const [end, bring] of Object.entries(ENDS)) {
      const { node, link } = await within(async () => {
        const space = await openService(`lien-${uuidv7().slice(-12)}`, 'Liens')
        const node = await aDocumentAt(await rootOf(space.id), `${WORD}.txt`)
        const until = clock.now().plus({ days: 1 }).toISODate()!
        return { node, link: await openLink(node, { kind: 'read', until }, SYSTEM) }
      })
      const address = linkPath(tenant, link.id)
      const someone = visitor('203.0.113.149')
      const pages = [address, `${address}/documents/${node.id}`]
      const statuses = async () => {
        const answers = []
        for (const page of pages) answers.push(await someone.call(page))
        for (const { status, text } of answers) if (status >= 400) assert.notInclude(text, WORD)
        return answers.map(({ status }) => status)
      }
      assert.equal((await statuses())[0], 200, end)
      await within(async () => bring(await Link.hold(link.id), await Node.get(node.id)))
      assert.deepEqual(await statuses(), [404, 404], end)
    }
  })
})

/** Each with a password, a token and a session of her own. */
async function everybody() {
  const all = {} as Record<Who, Knocking>
  for (const [who, at] of Object.entries(PEOPLE) as [Who, Place][]) {
    const user = await person(`Portes ${who}`, { [at]: [who === 'officer' ? 'privacy' : 'agent'] })
    const login = await passwordOf(user, at, ['ged.read'])
    const token = await tokenOf(user, at, { scopes: ['ged.read'] })
    all[who] = { user, login, program: Program.bearing(token) }
  }
  return all
}

interface Knocking {
  user: User
  login: { user: string; password: string }
  program: Program
}

interface Asked extends Knocking {
  node: Node
  /** Within its space. */
  path: string
  slug: string
  client: ApiClient
}

/** Every way to a document, as one person takes it; one that finds nothing answers 404. */
function doorsTo({ node, path, slug, client, user, login, program }: Asked): Doors {
  const page = async (address: string) => {
    const answer = await client.get(`/c/kervalan/ged/${address}`).loginAs(user).redirects(0)
    return { status: answer.status(), text: answer.text() }
  }
  const dav = asking(`${HOST()}/dav/kervalan/${slug}/`, login)
  const cmis = `${HOST()}/cmis/browser/kervalan/${slug}/root?objectId=${node.id}`
  const atom = `${HOST()}/cmis/atom/kervalan/${slug}/id?id=${node.id}`
  return {
    page: () => page(`documents/${node.id}`),
    file: () => page(`documents/${node.id}/fichier`),
    webdav: () => dav('GET', path.split('/').map(encodeURIComponent).join('/')),
    cmis: () => withPassword(login).get(`${cmis}&cmisselector=object&succinct=true`),
    atom: () => withPassword(login).get(atom),
    rest: () => program.get(`/api/v1/ged/documents/${node.id}`),
    search: async () => {
      const found = await page(`recherche?q=${encodeURIComponent(node.title)}`)
      // What she typed is on the page anyway: what answers is a link to the document
      const isFound = found.text.includes(`/ged/documents/${node.id}`)
      return { status: found.status === 200 && !isFound ? 404 : found.status, text: '' }
    },
  }
}
