import { BaseSchema } from '@adonisjs/lucid/schema'
import { tellsPublicSql } from '#kernel/tenancy'

const TABLES = [
  'territory.projects',
  'territory.project_checks',
  'territory.axes',
  'territory.fiche_actions',
  'territory.fiche_pilots',
  'territory.indicators',
  'territory.indicator_values',
  'territory.evaluations',
  'territory.shown_evaluations',
]

export default class extends BaseSchema {
  async up() {
    this.schema.raw(TABLES.map(tellsPublicSql).join('\n'))
  }

  async down() {
    for (const table of TABLES) this.schema.raw(`drop trigger tells_public on ${table}`)
  }
}
