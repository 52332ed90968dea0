import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startDebianPostgres } from './debian_postgres.js'
import { ACE } from './our_programs.js'

type Server = Awaited<ReturnType<typeof startDebianPostgres>>

/** What an installer does by hand on a server of Debian: its programs, ours, and questions to a base. */
export class Installation {
  private constructor(
    private readonly bin: string,
    readonly server: Server
  ) {}

  static async begin(bin: string): Promise<Installation> {
    return new Installation(bin, await startDebianPostgres(bin))
  }

  /** One of PostgreSQL's own programs, as the page writes it. */
  tool(name: string, role: string, ...args: string[]) {
    const where = ['-h', '127.0.0.1', '-p', String(this.server.port), '-U', role]
    const { status, stderr, stdout } = spawnSync(join(this.bin, name), [...where, ...args], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    return { status, said: `${stdout}${stderr}` }
  }

  /** A file of SQL, by the superuser. */
  run(file: string, ...base: string[]) {
    return this.tool('psql', 'postgres', '-v', 'ON_ERROR_STOP=1', '-f', file, ...base)
  }

  createBase(name: string) {
    const how = ['--encoding=UTF8', '--locale=C.UTF-8', '--template=template0']
    return this.tool('createdb', 'postgres', '--owner=halle_owner', ...how, name)
  }

  ace(env: NodeJS.ProcessEnv, ...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...ACE, ...args], {
      env,
      encoding: 'utf8',
    })
    return { status, stdout, said: `${stdout}${stderr}` }
  }

  async ask(role: string, database: string, sql: string) {
    const client = new pg.Client({ connectionString: this.server.urlOf(role, database) })
    await client.connect()
    const { rows } = await client.query(sql)
    await client.end()
    return rows
  }

  /** The settings of an installer, on a base whose owner is no superuser; its data in a folder of that name. */
  settings(base: string, folder: string) {
    const data = join(this.server.folder, folder)
    mkdirSync(data)
    for (const name of ['roots.pem', 'seal-key.pem'])
      writeFileSync(join(this.server.folder, name), '', { flag: 'a' })
    const { urlOf } = this.server
    return {
      PATH: `${this.bin}:${process.env.PATH}`,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      PORT: '1',
      APP_URL: 'https://halle.syndicat.fr',
      APP_KEY: 'une-cle-de-trente-deux-octets-ou-plus',
      DATA_DIR: data,
      DATABASE_URL: urlOf('halle_owner', base),
      DATABASE_APP_URL: urlOf('halle_app', base),
      DATABASE_SYSTEM_URL: urlOf('halle_system', base),
      DATABASE_BACKUP_URL: urlOf('halle_backup', base),
      BACKUP_PASSPHRASE: 'les tilleuls de la place',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'halle@syndicat.fr',
      ACTES_RETURN_ADDRESS: 'tdt@syndicat.fr',
      ACTES_SMTP_PORT: '0',
      TSA_URL: 'http://127.0.0.1:1/',
      TRUST_ANCHORS_FILE: join(this.server.folder, 'roots.pem'),
      SEAL_KEY_FILE: join(this.server.folder, 'seal-key.pem'),
      MINISTRY_URL: 'https://127.0.0.1:1/',
    }
  }
}
