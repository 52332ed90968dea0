import { BaseSchema } from '@adonisjs/lucid/schema'

/** The list of a member's consultations by their hour, at any depth. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      'create index consultations_of_member_by_deadline on procurement.consultations (tenant_id, deadline, id)'
    )
  }

  async down() {
    this.schema.raw('drop index procurement.consultations_of_member_by_deadline')
  }
}
