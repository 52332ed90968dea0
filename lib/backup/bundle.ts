/** What a backup keeps under its lock: without it nothing that was saved opens. */
export interface Bundle {
  /** Every setting that was there, by its name in the environment. */
  settings: Record<string, string>
  /** The files that settings name: the keys of the seals, the trusted roots. */
  files: { setting: string; path: string; content: string }[]
  /** The invented authorities of the demonstration, by their path in SIMULATORS_DIR. */
  simulators: { path: string; content: string }[]
}

/** Settings that name a file which must come back with them. */
export const FILES_OF_SETTINGS = ['SEAL_KEY_FILE', 'TRUST_ANCHORS_FILE', 'MINISTRY_CA_FILE']

/** They open the bundle, or are of one machine alone. */
export const NOT_SAVED = ['BACKUP_PASSPHRASE']

/** The bytes that the lock shuts. */
export const writeBundle = (bundle: Bundle): Buffer => Buffer.from(JSON.stringify(bundle))
/** The bundle again, from the bytes that the lock has given back. */
export const readBundle = (bytes: Buffer): Bundle => JSON.parse(bytes.toString('utf8'))
