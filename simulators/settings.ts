import path from 'node:path'

/** Where the simulators keep their state and listen: the same settings that the platform reads. */
export function settingsOf(env: NodeJS.ProcessEnv) {
  if (env.NODE_ENV === 'production' && env.DEMO !== 'true') {
    throw new Error(
      'Les simulateurs sont faits pour la démonstration : ils ne démarrent pas en production, sauf si DEMO=true.'
    )
  }
  const wanted = (name: string): string => {
    const value = env[name]
    if (!value) throw new Error(`${name} doit être défini pour lancer les simulateurs.`)
    return value
  }
  const portOf = (name: string) => Number(new URL(wanted(name).split(',')[0]).port)
  const dir = path.resolve(wanted('SIMULATORS_DIR'))
  return {
    dir,
    readyFile: path.join(dir, 'ready.json'),
    trustAnchorsFile: wanted('TRUST_ANCHORS_FILE'),
    tsaPort: portOf('TSA_URL'),
    ministryPort: portOf('MINISTRY_URL'),
    ministryUser: env.MINISTRY_USER,
    ministryPassword: env.MINISTRY_PASSWORD,
    ministryMailUrl: `smtp://127.0.0.1:${env.ACTES_SMTP_PORT ?? 2525}`,
    smtpPort: portOf('SMTP_URL'),
    webmailPort: env.MAILBOX_URL ? portOf('MAILBOX_URL') : 0,
    /** Where a provider gives people back; nowhere when no platform is told. */
    appUrl: (env.APP_URL ?? '').replace(/\/$/, ''),
    franceConnectPort: env.FRANCECONNECT_URL ? portOf('FRANCECONNECT_URL') : 0,
    proConnectPort: env.PROCONNECT_URL ? portOf('PROCONNECT_URL') : 0,
    sirenePort: env.SIRENE_URL ? portOf('SIRENE_URL') : 0,
    telephonePort: env.TELEPHONE_URL ? portOf('TELEPHONE_URL') : 0,
    platformPort: env.PLATFORM_SIMULATOR_URL ? portOf('PLATFORM_SIMULATOR_URL') : 0,
    passeMarchePort: env.PASSE_MARCHE_URL ? portOf('PASSE_MARCHE_URL') : 0,
    dumePort: env.DUME_URL ? portOf('DUME_URL') : 0,
    chorusPort: env.CHORUS_URL ? portOf('CHORUS_URL') : 0,
  }
}

export type SimulatorSettings = ReturnType<typeof settingsOf>
