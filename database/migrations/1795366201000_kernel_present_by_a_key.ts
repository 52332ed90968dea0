import { BaseSchema } from '@adonisjs/lucid/schema'

/** How we say to a provider of identity who we are: a shared secret, or a key of ours (RFC 7523). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table kernel.identity_providers
        add column client_auth text not null default 'client_secret_post'
          check (client_auth in ('client_secret_post', 'private_key_jwt')),
        -- The private half, encrypted by the application; the provider has the public one
        add column signing_key text,
        add check (client_auth <> 'private_key_jwt' or signing_key is not null);
    `)
  }
}
