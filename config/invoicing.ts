import env from '#start/env'

/** Chorus Pro and PISTE, for the members whose settings name no other address; absent: nothing is asked. */
export const chorusConfig = {
  /** Of the API, `/cpro` included. */
  url: env.get('CHORUS_URL') ?? '',
  oauthUrl: env.get('CHORUS_OAUTH_URL') ?? '',
  clientId: env.get('CHORUS_CLIENT_ID') ?? '',
  clientSecret: env.get('CHORUS_CLIENT_SECRET')?.release() ?? '',
  /** For how long an attempt may still be under way elsewhere: nothing is sent again before. */
  uncertainSeconds: 90,
}

/** Where the operator's packs of official rules are looked for (`invoicing:rules` imports them). */
export const packsConfig = {
  schemasDir: env.get('SCHEMAS_DIR'),
  dataDir: env.get('DATA_DIR'),
}
