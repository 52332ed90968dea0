import { BaseSchema } from '@adonisjs/lucid/schema'
import { tellsPublicSql } from '#kernel/tenancy'

const TABLES = ['actes.actes', 'actes.annexes']

export default class extends BaseSchema {
  async up() {
    this.schema.raw(TABLES.map(tellsPublicSql).join('\n'))
  }

  async down() {
    for (const table of TABLES) this.schema.raw(`drop trigger tells_public on ${table}`)
  }
}
