import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import { parseSealKeys } from '#lib/proof/seal_keys'
import { hasTool, run } from '#tests/helpers/tools'

const ROOT = new URL('../../', import.meta.url).pathname
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const UNITS = readdirSync(join(ROOT, 'docs/install')).filter((name) => name.endsWith('.service'))
const page = read('docs/operations.md')

/** What is typed: the lines of its blocks of commands, and what its sentences quote. */
const typed = (text: string): string[] => {
  const blocks = [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block]) => block.split('\n'))
  const quoted = [...text.replace(/```[^]*?```/g, '').matchAll(/`([^`]+)`/g)].map(
    ([, said]) => said
  )
  return [...blocks, ...quoted].map((line) => line.replaceAll(/\s+/g, ' ').trim())
}

interface Call {
  name: string
  flags: string[]
}

/** The commands of ours among them: `node build/ace.js halle:backup --to …`, or their name alone. */
function calls(lines: string[], known: ReadonlySet<string>): Call[] {
  return lines.flatMap((line) => {
    const [, said, rest] = /^(?:.*build\/ace\.js )?([a-z-]+:[a-z-]+)\b(.*)$/.exec(line) ?? []
    if (!said || !(line.includes('ace.js') || known.has(said))) return []
    const flags = [...rest.replace(/#.*$/, '').matchAll(/--([a-z-]+)/g)].map(([, flag]) => flag)
    return [{ name: said, flags }]
  })
}

test.group('The page of the installer', (group) => {
  let folder: string
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'installing-'))
    return () => rmSync(folder, { recursive: true, force: true })
  })

  test('asks of our commands what they know', async ({ assert }) => {
    await ace.boot()
    const commands = new Map(ace.getCommands().map((one) => [one.commandName, one]))
    const units = UNITS.map((name) => /^ExecStart=(.*)$/m.exec(read(`docs/install/${name}`))![1])
    const asked = calls([...typed(page), ...units], new Set(commands.keys()))
    assert.isAbove(new Set(asked.map(({ name }) => name)).size, 12)
    const unknown = asked.flatMap(({ name, flags }) => {
      const known = commands.get(name)?.flags.map((flag) => flag.flagName)
      if (!known) return [name]
      return flags.filter((flag) => !known.includes(flag)).map((flag) => `${name} --${flag}`)
    })
    assert.deepEqual(unknown, [])
  })

  test('calls programs and scripts that are there', ({ assert }) => {
    const { scripts } = JSON.parse(read('package.json'))
    const text = [page, ...UNITS.map((name) => read(`docs/install/${name}`))].join('\n')
    const programs = [...text.matchAll(/node build\/([\w/]+)\.js/g)].map(([, path]) => path)
    assert.isAbove(new Set(programs).size, 3)
    for (const path of new Set(programs)) {
      const sources = [`${path}.ts`, `${path}.js`].filter((one) =>
        statSync(join(ROOT, one), { throwIfNoEntry: false })
      )
      assert.isNotEmpty(sources, path)
    }
    const asked = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name)
    assert.deepEqual(
      asked.filter((name) => !scripts[name]),
      []
    )
  })

  test('makes a key of the seals that is read, and by nobody else', ({ assert }) => {
    if (!hasTool('openssl')) return
    const [, command] = /```sh\n *(\(umask 077;[^]*?seal-key\.pem\))\n/.exec(page)!
    const made = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    assert.equal(made.status, 0, made.stderr)
    const path = join(folder, 'seal-key.pem')
    assert.equal(statSync(path).mode & 0o077, 0)
    const [key, ...others] = parseSealKeys(readFileSync(path, 'utf8'))
    assert.isEmpty(others)
    assert.isNotNull(key.since)
  })

  test('has a site that nginx takes', ({ assert }) => {
    if (!hasTool('nginx') || !hasTool('openssl')) return
    const [key, certificate] = [join(folder, 'tls.key'), join(folder, 'tls.pem')]
    const self = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=a']
    assert.equal(run('openssl', [...self, '-keyout', key, '-out', certificate]).status, 0)
    const site = read('docs/install/nginx.conf')
      .replace('/etc/halle/tls.pem', certificate)
      .replace('/etc/halle/tls.key', key)
      .replace('listen 443', 'listen 127.0.0.1:8443')
    const around = `pid ${folder}/pid; error_log stderr; events {} http { access_log off;
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;`
    const path = join(folder, 'nginx.conf')
    writeFileSync(path, `${around}\n${site}\n}`)
    const judged = run('nginx', ['-t', '-p', folder, '-c', path])
    assert.equal(judged.status, 0, judged.output)
  })

  test('has units that systemd takes', ({ assert }) => {
    if (!hasTool('systemd-analyze')) return
    for (const name of UNITS) {
      // Its program and its user are on the machine of the installer alone
      const unit = read(`docs/install/${name}`)
        .replaceAll('/opt/node24/bin/node', '/bin/true')
        .replace(/^User=.*$/m, '')
      writeFileSync(join(folder, name), unit)
    }
    const judged = run('systemd-analyze', ['verify', ...UNITS.map((name) => join(folder, name))])
    assert.equal(judged.status, 0, judged.output)
    assert.notMatch(judged.output, /Unknown|Failed to parse|ignoring/i)
  })
})
