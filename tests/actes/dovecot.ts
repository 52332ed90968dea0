import { spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { untilListening } from '#tests/helpers/daemons'

const BOXES = ['cur', 'new', 'tmp']
// Debian's user for mailboxes (base-passwd)
const MAIL = 8

/** Debian's dovecot with one mailbox (a maildir), of the user who runs the tests. */
export async function startDovecot() {
  const folder = mkdtempSync(join(tmpdir(), 'halle-dovecot-'))
  chmodSync(folder, 0o755)
  const maildir = join(folder, 'mail')
  for (const box of BOXES) mkdirSync(join(maildir, box), { recursive: true })
  const port = await freePort()
  const users = usersOf(userInfo())
  for (const path of [folder, maildir, ...BOXES.map((box) => join(maildir, box))]) {
    chownSync(path, users.uid, users.gid)
  }
  writeFileSync(join(folder, 'users'), `actes:{PLAIN}secret:${users.uid}:${users.gid}::${folder}\n`)
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
first_valid_gid = 1
default_internal_user = ${users.internal}
default_login_user = ${users.login}
default_internal_group = ${users.group}
mail_location = maildir:${maildir}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`
  )
  const server = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  await untilListening(port)
  let number = 0
  return {
    url: `imap://actes:secret@127.0.0.1:${port}/INBOX`,
    maildir,
    port,
    /** Puts a mail in the mailbox, as a delivery agent does. */
    deliver(raw: Buffer | string) {
      writeFileSync(join(maildir, 'new', `${Date.now()}.${++number}.halle`), raw)
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As root dovecot wants the users of its own package, and no mailbox of root's. */
function usersOf({ username, uid, gid }: { username: string; uid: number; gid: number }) {
  return uid === 0
    ? { internal: 'dovecot', login: 'dovenull', group: 'dovecot', uid: MAIL, gid: MAIL }
    : { internal: username, login: username, group: username, uid, gid }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}
