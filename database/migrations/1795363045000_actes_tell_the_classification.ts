import { BaseSchema } from '@adonisjs/lucid/schema'
import { tellsPublicSql } from '#kernel/tenancy'

export default class extends BaseSchema {
  async up() {
    // The register names the matieres as the prefecture's classification does
    this.schema.raw(tellsPublicSql('actes.classifications'))
  }

  async down() {
    this.schema.raw('drop trigger tells_public on actes.classifications')
  }
}
