import { Env } from '@adonisjs/core/env'

/** Where the programs of others are asked; what is absent is asked nothing. */
export const settingsOfOthers = {
  // People outside: simulated providers of identities (the console sets real ones), INSEE's register, an operator of telephones.
  FRANCECONNECT_URL: Env.schema.string.optional(),
  PROCONNECT_URL: Env.schema.string.optional(),
  SIRENE_URL: Env.schema.string.optional(),
  SIRENE_KEY: Env.schema.secret.optional(),
  TELEPHONE_URL: Env.schema.string.optional(),
  TELEPHONE_KEY: Env.schema.secret.optional(),

  // Passe Marché: where a company answers a tender by its SIRET.
  PASSE_MARCHE_URL: Env.schema.string.optional(),
  PASSE_MARCHE_CLIENT_ID: Env.schema.string.optional(),
  PASSE_MARCHE_CLIENT_SECRET: Env.schema.secret.optional(),

  // « Service DUME » of AIFE: a DUME by its number, under the client certificate of the platform.
  DUME_URL: Env.schema.string.optional(),
  DUME_SIRET: Env.schema.string.optional(),
  DUME_TECHNICAL_ID: Env.schema.string.optional(),
  DUME_CERTIFICATE_FILE: Env.schema.string.optional(),

  // Chorus Pro, through PISTE: the application of the platform; each member has its own account.
  CHORUS_URL: Env.schema.string.optional(),
  CHORUS_OAUTH_URL: Env.schema.string.optional(),
  CHORUS_CLIENT_ID: Env.schema.string.optional(),
  CHORUS_CLIENT_SECRET: Env.schema.secret.optional(),
}
