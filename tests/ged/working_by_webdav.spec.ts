import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import Membership from '#kernel/people/membership'
import { tenancy } from '#kernel/tenancy'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { shareSpace } from '#app/ged/sharing/share_space'
import Space from '#app/ged/spaces/space'
import Node from '#app/ged/nodes/node'
import Version from '#app/ged/nodes/version'
import { hasTool } from '#tests/helpers/tools'
import { person, place } from '#tests/world/world'
import { folderOf } from './support/folders.js'
import { asking, davScene, HOST, passwordOf } from './support/webdav.js'

const NFD = 'De\u0301libe\u0301ration.txt'
const NFC = 'D\u00e9lib\u00e9ration.txt'
const url = (name: string) => `/${encodeURIComponent(name)}`

test.group('The cases of WebDAV that were decided by hand', () => {
  test('dav-overwrite: what is there is kept, or goes to the trash', async ({ assert }) => {
    const { ask, root, tenantId } = await davScene()
    await ask('PUT', '/x.txt', {}, 'un')
    await ask('PUT', '/y.txt', {}, 'deux')
    const to = (path: string, more = {}) => ({ destination: root + path, ...more })
    assert.equal((await ask('MOVE', '/x.txt', to('/y.txt', { overwrite: 'F' }))).status, 412)
    assert.deepEqual(
      [(await ask('GET', '/x.txt')).text, (await ask('GET', '/y.txt')).text],
      ['un', 'deux']
    )
    assert.equal((await ask('MOVE', '/x.txt', to('/y.txt'))).status, 204)
    assert.equal((await ask('GET', '/y.txt')).text, 'un')
    await ask('MKCOL', '/c')
    await ask('PUT', '/c/enfant.txt', {}, 'enfant')
    await ask('PUT', '/f', {}, 'fichier')
    assert.equal((await ask('MOVE', '/c', to('/f', { overwrite: 'T' }))).status, 204)
    assert.equal((await ask('GET', '/f/enfant.txt')).text, 'enfant')
    assert.equal((await ask('PROPFIND', '/c', { depth: '0' })).status, 404)
    const gone = await tenancy.run(tenantId, () => Node.query().whereNotNull('deletedAt'))
    assert.includeMembers(
      gone.map(({ name }) => name),
      ['y.txt', 'f']
    )
  })

  test('dav-mac-empty-put: one version, and nothing is left of a lock', async ({ assert }) => {
    const { ask, slug, tenantId } = await davScene()
    assert.equal((await ask('PUT', '/mac.txt', {}, '')).status, 201)
    const body =
      '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'
    const locked = await ask('LOCK', '/mac.txt', {}, body)
    assert.equal(locked.status, 200)
    const token = locked.headers.get('lock-token')!
    assert.equal((await ask('PUT', '/mac.txt', {}, 'sans jeton')).status, 423)
    const put = await ask(
      'PUT',
      '/mac.txt',
      { 'if': `(${token})`, 'x-expected-entity-length': '6' },
      'corps\n'
    )
    assert.include([200, 204], put.status)
    assert.equal((await ask('UNLOCK', '/mac.txt', { 'lock-token': token })).status, 204)
    assert.equal((await ask('GET', '/mac.txt')).text, 'corps\n')
    const never = await ask('LOCK', '/never.txt', { timeout: 'Second-1' }, body)
    assert.equal(never.status, 201)
    await tenancy.run(tenantId, async () => {
      const space = await Space.called(slug)
      const nodes = await Node.query().where('spaceId', space.id)
      assert.deepEqual(
        nodes.map(({ name }) => name),
        ['mac.txt']
      )
      assert.lengthOf(await Version.of(nodes[0].id), 1)
    })
  })

  test('dav-encoding: names are encoded once, and decoded once', async ({ assert }) => {
    const { ask, root } = await davScene()
    const names = ['t #:?3 100%.txt', '%25_du.txt', 'a+b&c;(1).txt']
    for (const name of names) assert.equal((await ask('PUT', url(name), {}, name)).status, 201)
    const { text: said } = await ask('PROPFIND', '/', { depth: '1' })
    const hrefs = [...said.matchAll(/<D:href>([^<]*)<\/D:href>/g)].map(([, href]) => href).slice(1)
    assert.lengthOf(hrefs, 3)
    const bodies = await Promise.all(
      hrefs.map(async (href) => {
        const path = new URL(href.replaceAll('&amp;', '&'), root).href.slice(root.length)
        return (await ask('GET', path)).text
      })
    )
    assert.sameMembers(bodies, names)
    await ask('MOVE', url(names[2]), { destination: `${root}/x%23y%2525z.txt` })
    assert.equal((await ask('GET', url('x#y%25z.txt'))).status, 200)
  })

  test('dav-unicode: one name, however its accents are written', async ({ assert }) => {
    const { ask } = await davScene()
    assert.equal((await ask('PUT', url(NFD), {}, 'un')).status, 201)
    assert.equal((await ask('GET', url(NFC))).text, 'un')
    assert.equal((await ask('PUT', url(NFC), {}, 'deux')).status, 204)
    const { text: said } = await ask('PROPFIND', '/', { depth: '1' })
    assert.lengthOf([...said.matchAll(/<D:response>/g)], 2)
  })

  test('dav-names: a twin by its case and a name that ends badly are refused', async ({
    assert,
  }) => {
    const { ask } = await davScene()
    await ask('PUT', '/Rapport.odt', {}, 'un')
    const twin = await ask('PUT', '/RAPPORT.ODT', {}, 'deux')
    assert.equal(twin.status, 409)
    assert.include(twin.text, 'Rapport.odt')
    assert.equal((await ask('GET', '/Rapport.odt')).text, 'un')
    assert.equal((await ask('PUT', '/note.', {}, 'x')).status, 409)
    assert.equal((await ask('PUT', url('fin .txt'), {}, 'x')).status, 201)
    assert.equal((await ask('PUT', '/fin%20', {}, 'x')).status, 409)
    assert.equal((await ask('PUT', '/a%01b', {}, 'x')).status, 409)
    assert.equal((await ask('PUT', '/a%2Fb', {}, 'x')).status, 409)
  })
})

test.group('Who comes by WebDAV', () => {
  test('without a password, with a wrong one or with one that reads, one does not write', async ({
    assert,
  }) => {
    const { root, agent, login, ask } = await davScene()
    assert.equal((await asking(root, null)('PROPFIND', '/', { depth: '0' })).status, 401)
    const wrong = { ...login, password: `${login.password.slice(0, -4)}AAAA` }
    assert.equal((await asking(root, wrong)('PROPFIND', '/', { depth: '0' })).status, 401)
    await ask('PUT', '/a.txt', {}, 'un')
    const reading = asking(root, await passwordOf(agent, 'kervalan', ['ged.read']))
    assert.equal((await reading('GET', '/a.txt')).text, 'un')
    for (const [method, path] of [
      ['PUT', '/a.txt'],
      ['DELETE', '/a.txt'],
      ['MKCOL', '/d'],
    ]) {
      assert.equal((await reading(method, path)).status, 403, method)
    }
  })

  test('a neighbour, a guest before and after, and who has left get 404 or 401', async ({
    assert,
  }) => {
    const { id } = await place('landreval')
    const slug = (await tenancy.run(id, () => commonSpace())).slug
    const guest = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const root = `${HOST()}/dav/landreval/${slug}`
    const ask = asking(root, await passwordOf(guest, 'kervalan'))
    const status = async () => (await ask('PROPFIND', '/', { depth: '1' })).status
    assert.equal(await status(), 404)
    const kervalan = (await place('kervalan')).id
    const share = (level: 'reader' | null) =>
      tenancy.run(id, () => shareSpace({ slug, guestId: kervalan, level }))
    await share('reader')
    assert.equal(await status(), 207)
    assert.equal((await ask('PUT', '/a.txt', {}, 'un')).status, 403)
    await share(null)
    assert.equal(await status(), 404)
    await share('reader')
    await tenancy.run(kervalan, () =>
      Membership.query({ client: tenancy.trx() })
        .where('user_id', guest.id)
        .update({ state: 'suspended' })
    )
    assert.equal(await status(), 401)
    await share(null)
  })
})

/** Runs a program to its end, in a folder of its own. */
async function judge(name: string, args: string[], { cwd = tmpdir(), input = '', env = {} } = {}) {
  const child = spawn(name, args, { cwd, env: { ...process.env, ...env } })
  child.stdin.end(input)
  const [said, faults] = await Promise.all([text(child.stdout), text(child.stderr)])
  return `${said}${faults}`
}

test.group('What the programs of others say of WebDAV', () => {
  test('litmus: nothing fails', async ({ assert }) => {
    const { login, root } = await davScene()
    const cwd = await folderOf({})
    const said = await judge('litmus', ['-k', `${root}/`, login.user, login.password], { cwd })
    const failed = [...said.matchAll(/summary for `(\w+)':.* (\d+) failed/g)]
    assert.deepEqual(
      failed.map(([, suite, count]) => [suite, count]),
      ['basic', 'copymove', 'props', 'locks', 'http'].map((suite) => [suite, '0'])
    )
  }).skip(!hasTool('litmus'), 'litmus is not on this machine')

  test('rclone: what goes up comes back equal, and it sees no difference', async ({ assert }) => {
    const { login, root } = await davScene()
    const from = await folderOf({
      'Voirie/Arrêté n° 117 (été).txt': 'circulation',
      'Voirie/vide.txt': '',
      'plan.bin': Buffer.alloc(3_000_000, 7),
    })
    const obscured = await judge('rclone', ['obscure', login.password])
    const env = {
      RCLONE_CONFIG: '/dev/null',
      RCLONE_WEBDAV_URL: root,
      RCLONE_WEBDAV_USER: login.user,
      RCLONE_WEBDAV_PASS: obscured.trim(),
    }
    const to = await folderOf({})
    await judge('rclone', ['copy', from, ':webdav:'], { env })
    const check = await judge('rclone', ['check', '--download', from, ':webdav:'], { env })
    assert.include(check, '0 differences found')
    await judge('rclone', ['copy', ':webdav:', to], { env })
    assert.equal(await judge('diff', ['-r', from, to]), '')
  }).skip(!hasTool('rclone'), 'rclone is not on this machine')

  test('cadaver: what is put is got, moved and thrown away', async ({ assert }) => {
    const { login, root, ask } = await davScene()
    const host = new URL(root).hostname
    const cwd = await folderOf({
      'note.txt': 'bonjour',
      '.netrc': `machine ${host}\nlogin ${login.user}\npassword ${login.password}\n`,
    })
    const input = [
      'mkcol dossier',
      'put note.txt dossier/note.txt',
      'lock dossier/note.txt',
      'unlock dossier/note.txt',
      'move dossier/note.txt dossier/lettre.txt',
      'get dossier/lettre.txt rendu.txt',
      'quit',
      '',
    ].join('\n')
    const said = await judge('cadaver', [`${root}/`], { cwd, input, env: { HOME: cwd } })
    assert.equal(await readFile(join(cwd, 'rendu.txt'), 'utf8').catch(() => said), 'bonjour')
    assert.equal((await ask('GET', '/dossier/note.txt')).status, 404)
  }).skip(!hasTool('cadaver'), 'cadaver is not on this machine')
})
