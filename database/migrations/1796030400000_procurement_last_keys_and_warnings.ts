import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The keys that a bidder gives when the holders have lost theirs, until her pli is opened; and when
 * somebody was told that what she sent is not deposited.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table procurement.plis
        -- envelope -> its key, in base64url; null again once the pli is opened
        add column bidder_keys jsonb,
        add column opened_by_bidder boolean not null default false,
        add column warned_at timestamptz;
    `)
  }

  async down() {
    this.schema.raw(`
      alter table procurement.plis
        drop column bidder_keys, drop column opened_by_bidder, drop column warned_at;
    `)
  }
}
