import { existsSync } from 'node:fs'
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { frozenFile, frozenLine } from '#console/scaffold/frozen_migrations'
import {
  fill,
  fillPath,
  NameRefused,
  refuseNamesOfStubs,
  roomWords,
  type RoomWords,
} from '#console/scaffold/room_names'
import { opened, ROOMS } from '#console/scaffold/open_room'

const STUBS = 'resources/stubs/room'
/** Where a room has a folder of its own name: another has it already, or the house has. */
const FOLDERS = ['app', 'tests', 'resources/views']

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
      await this.refuseTaken(words)
      return words
    } catch (error) {
      if (!(error instanceof NameRefused)) throw error
      this.logger.error(error.message)
      return null
    }
  }

  private async refuseTaken(words: RoomWords): Promise<void> {
    const { room } = words
    const held = FOLDERS.find((folder) => existsSync(this.app.makePath(folder, room)))
    if (held) throw new NameRefused(room, `a déjà un dossier : ${held}/${room}.`)
    for (const file of await this.textsOf('app', /routes\.ts$/))
      if (new RegExp(`['\`]/${room}['\`/]`).test(file.text))
        throw new NameRefused(room, `est déjà dans une adresse : voir ${file.path}.`)
    const stubs = await this.textsOf(STUBS, /\.ts\.stub$/)
    refuseNamesOfStubs(
      words,
      stubs.map(({ text }) => text)
    )
  }

  private async textsOf(folder: string, name: RegExp) {
    const root = this.app.makePath(folder)
    const names = await readdir(root, { recursive: true })
    return Promise.all(
      names
        .filter((one) => name.test(one))
        .map(async (one) => ({
          path: `${folder}/${one}`,
          text: await readFile(join(root, one), 'utf8'),
        }))
    )
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
