import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { frozenFile, frozenLine } from '#console/scaffold/frozen_migrations'
import {
  fill,
  fillPath,
  NameRefused,
  roomWords,
  type RoomWords,
} from '#console/scaffold/room_names'
import { opened, ROOMS } from '#console/scaffold/open_room'
import { refuseTakenNames } from '#console/scaffold/taken_names'

const STUBS = 'resources/stubs/room'

/** Adds a room that works at once: its folders, its wiring, its table, its suite, its glossary line. */
export default class MakeRoom extends BaseCommand {
  static commandName = 'make:room'
  static description = 'Ajoute un service : façade, routes, page, migration, tests, glossaire'

  @args.string({ description: 'Nom du service : un mot, en minuscules (guichet)' })
  declare name: string

  @flags.string({ description: 'Ce que le service garde en premier, au singulier (demarche)' })
  declare thing?: string

  @flags.string({ description: 'Nom français montré aux agents (Guichet)' })
  declare label?: string

  private written: string[] = []

  async run() {
    const words = await this.words()
    if (!words) {
      this.exitCode = 1
      return
    }
    await this.writeFiles(words)
    await this.wire(words)
    this.layOut()
    await this.freezeMigrations()
    this.finish(['codegen'])
    this.finish(['migration:run', '--connection=owner'])
    this.logger.success(`Le service ${words.room} est ouvert : /c/<collectivité>/${words.room}`)
    this.logger.info('Ses essais : npm test -- rooms architecture isolation')
  }

  /** The words of the room; null, and the reason is told, when it cannot have them. */
  private async words(): Promise<RoomWords | null> {
    const { name, thing, label } = this
    try {
      const words = roomWords(name, { thing, label, moment: await this.nextMoment() })
      await refuseTakenNames(words, this.app.makePath(), STUBS)
      return words
    } catch (error) {
      if (!(error instanceof NameRefused)) throw error
      this.logger.error(error.message)
      return null
    }
  }

  /** Now, or just after the last migration when it is dated later. */
  private async nextMoment() {
    const migrations = await readdir(this.app.makePath('database/migrations'))
    return Math.max(Date.now(), ...migrations.map((file) => Number.parseInt(file, 10) + 1000))
  }

  private async writeFiles(words: RoomWords) {
    const root = this.app.makePath(STUBS)
    const stubs = await readdir(root, { recursive: true, withFileTypes: true })
    for (const stub of stubs.filter((one) => one.isFile())) {
      const from = join(stub.parentPath, stub.name)
      const to = fillPath(from.slice(root.length + 1), words)
      await this.write(to, fill(await readFile(from, 'utf8'), words))
    }
  }

  private async wire(words: RoomWords) {
    await this.write(ROOMS, opened(await readFile(this.app.makePath(ROOMS), 'utf8'), words))
  }

  private async freezeMigrations() {
    for (const file of this.written.filter((one) => one.includes('/database/migrations/'))) {
      await appendFile(
        this.app.makePath(frozenFile(basename(file))),
        `${frozenLine(basename(file), await readFile(file, 'utf8'))}\n`
      )
    }
  }

  private async write(path: string, text: string) {
    const to = this.app.makePath(path)
    await mkdir(dirname(to), { recursive: true })
    await writeFile(to, text)
    this.written.push(to)
    this.logger.action(path).succeeded()
  }

  /** Names are longer or shorter than in the stubs: the lines are cut where prettier cuts them. */
  private layOut() {
    const prettier = this.app.makePath('node_modules/prettier/bin/prettier.cjs')
    const files = this.written.filter((file) => file.endsWith('.ts'))
    const { status, stderr } = spawnSync(process.execPath, [prettier, '--write', ...files], {
      cwd: this.app.makePath(),
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`prettier a échoué : ${stderr}`)
  }

  /** A new process: this one has read the rooms before there was this one. */
  private finish(command: string[]) {
    const { status } = spawnSync(process.execPath, [this.app.makePath('ace.js'), ...command], {
      cwd: this.app.makePath(),
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error(`node ace ${command.join(' ')} a échoué`)
  }
}
